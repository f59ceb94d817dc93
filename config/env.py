"""Reading the environment: addresses of servers, and secrets that must not be missing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRETS = ("FOLKMOOT_SECRET_KEY", "FOLKMOOT_BALLOT_KEY", "FOLKMOOT_LEDGER_KEY", "FOLKMOOT_VOICE_KEY")


def secret(name: str, *, mode: str, data: Path) -> str:
    """The secret called `name`: from the environment, else from the file `<name>_FILE` points to.

    Outside production, where losing one harms nobody, the demo's come from the data folder (the supervisor writes them) and a
    test's are fixed. In production a missing or short one stops the start, by name.
    """
    value = os.environ.get(name, "")
    if not value and (path := os.environ.get(f"{name}_FILE")):
        value = Path(path).read_text().strip()
    if not value and mode == "test":
        value = f"test-only-{name.lower()}-0123456789abcdefghijklmnopqrstuvwxyz"
    if not value and mode == "demo":
        value = _kept(data).get(name, "") or f"demo-without-a-data-folder-{name.lower()}-0123456789abcdefghij"
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. Folkmoot does not start without it.")
    if len(value) < 50:
        raise ImproperlyConfigured(f"{name} is too short: it needs at least 50 characters.")
    return value


def database(url: str, *, pool: int) -> dict[str, Any]:
    """Django's DATABASES entry for postgresql://user:password@host:port/name?option=value; `host` may be a query option.

    `pool` is the largest number of connections a process keeps open; 0 means one for each thread, kept for a minute.
    """
    parts = _split(url, "DATABASE_URL", ("postgresql", "postgres"))
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or parts.hostname or ""
    options.setdefault("prepare_threshold", 0)  # only what asks for it is kept (core/prepared.py)
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "folkmoot",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0 if pool else 60,
        "CONN_HEALTH_CHECKS": not pool,
    }


def broker(url: str) -> str:
    """The same Redis server as Celery's transport spells it: a socket is `redis+socket://`, its database `virtual_host`."""
    parts = _split(url, "REDIS_URL", ("redis", "rediss", "unix"))
    if parts.scheme != "unix":
        return url
    return f"redis+socket://{parts.path}?virtual_host={dict(parse_qsl(parts.query)).get('db', '0')}"


def mail(url: str) -> dict[str, Any]:
    """Django's e-mail settings for smtp://user:password@host:587?tls=1, smtps://…, console: or demo: (kept, and readable)."""
    parts = _split(url, "EMAIL_URL", ("smtp", "smtps", "console", "demo"))
    backends = "django.core.mail.backends."
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": backends + "console.EmailBackend"}
    if parts.scheme == "demo":
        return {"EMAIL_BACKEND": "notifications.mailbox.Kept"}
    return {
        "EMAIL_BACKEND": backends + "smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": dict(parse_qsl(parts.query)).get("tls") == "1",
        "EMAIL_TIMEOUT": 20,
    }


def number(name: str, default: int) -> int:
    """A whole number from the environment."""
    try:
        return int(os.environ.get(name) or default)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {os.environ[name]!r}.") from None


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list from the environment."""
    return [word.strip() for word in (os.environ.get(name) or default).split(",") if word.strip()]


def _split(url: str, name: str, schemes: tuple[str, ...]) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name} must begin with one of {', '.join(schemes)}, not {parts.scheme or 'nothing'}."
        )
    return parts


def _kept(data: Path) -> dict[str, str]:
    try:
        return dict(json.loads((data / "secrets.json").read_text()))
    except (OSError, ValueError):
        return {}
