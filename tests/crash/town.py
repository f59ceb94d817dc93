"""Real processes on this test's own servers, and many people with their sign-ins, for tests that pull the plug."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.db import connection

from tests import cast

TOKEN = "a" * 32  # a CSRF secret is 32 letters; cookie and form must agree


def environment(port=0):
    database = connection.settings_dict
    url = f"postgresql://{database['USER']}@/{database['NAME']}?host={database['HOST']}"
    own = {"DATABASE_URL": url, "REDIS_URL": settings.REDIS_URL, "FOLKMOOT_MODE": "test", "FOLKMOOT_LIMITS_OFF": "1"}
    return os.environ | own | ({"PORT": str(port)} if port else {})


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(pid):
    """The processes that `pid` started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


@contextmanager
def process(*command, port=0):
    """A process in a group of its own; at the end nothing of the group is left."""
    started = subprocess.Popen(
        [sys.executable, "-m", *command], env=environment(port), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield started
    finally:
        try:
            os.killpg(started.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        started.wait()


@contextmanager
def web():
    """The web server with two workers; gives its process and its port once it answers."""
    port = free_port()
    with process("config.serve", port=port) as server:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if _answers(port):
                break
            time.sleep(0.2)
        yield server, port


def worker():
    return process("celery", "-A", "config", "worker", "--concurrency", "1", "--without-heartbeat", "-l", "error")


def _answers(port):
    try:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        link.request("GET", "/healthz")
        return link.getresponse().status == 200
    except OSError:
        return False


def signed_in(people):
    """A session key for each of these persons' users."""
    keys = []
    for person in people:
        session = SessionStore()
        session[SESSION_KEY] = str(person.user_id)
        session[BACKEND_SESSION_KEY] = cast.BACKEND
        session[HASH_SESSION_KEY] = person.user.get_session_auth_hash()
        session.save()
        keys.append(session.session_key)
    return keys


def post(port, path, key):
    """One POST by the holder of a session; gives the status. Raises OSError when the server is gone."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={key}; {settings.CSRF_COOKIE_NAME}={TOKEN}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        link.request("POST", path, f"csrfmiddlewaretoken={TOKEN}", headers)
        return link.getresponse().status
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        link.close()


def post_until_heard(port, path, key, tries=40):
    """The same, again and again until the server acknowledges it, as a person would press the button again."""
    for _ in range(tries):
        try:
            status = post(port, path, key)
        except OSError:
            time.sleep(0.25)
            continue
        if status < 500:
            return status
        time.sleep(0.1)
    return 0


def in_parallel(act, things, threads=16):
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(act, things))
