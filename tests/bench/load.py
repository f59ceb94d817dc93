"""Visitors: so many connections that stay open, each asking its next question as soon as the last is answered.

A process of its own (`python -m tests.bench.load`), so that what asking costs is not counted: a pickled `Job` comes in on
standard input, pickled `Answers` go out. Plain sockets, because a client library would take more time than a kept page does.
"""

import pickle
import re
import selectors
import socket
import subprocess
import sys
import time
from collections import Counter, deque
from dataclasses import dataclass, field

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
WITHOUT_A_BODY = frozenset({204, 304})


@dataclass
class Job:
    """Requests as they go over the wire, and how many connections share them."""

    port: int
    requests: list[bytes]
    connections: int = 16


@dataclass
class Answers:
    """What came back: seconds for each request, answers by status, bytes of all bodies, seconds in all, the last body."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter = field(default_factory=Counter)
    body_bytes: int = 0
    took: float = 0.0
    sample: bytes = b""
    head: bytes = b""


def ask(job: Job) -> Answers:
    """Send them in another process; raises CalledProcessError when a connection breaks."""
    command = [sys.executable, "-m", "tests.bench.load"]
    done = subprocess.run(command, input=pickle.dumps(job), stdout=subprocess.PIPE, check=True)
    return pickle.loads(done.stdout)


class _Line:
    """One connection with the request under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""
        self.began = 0.0

    def send(self, request: bytes) -> None:
        self.buffer, self.began = b"", time.perf_counter()
        self.socket.sendall(request)

    def read(self) -> tuple[int, bytes, bytes] | None:
        """Status, head and body once all of it is here."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise ConnectionError("The server closed a connection in the middle.")
        self.buffer += piece
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self.buffer[: end + 4]
        status = int(head[9:12])
        length = _LENGTH.search(head)
        if length is None and status not in WITHOUT_A_BODY:
            raise ConnectionError("An answer without a length cannot be told from the next one.")
        wanted = int(length[1]) if length and status not in WITHOUT_A_BODY else 0
        if len(self.buffer) - len(head) < wanted:
            return None
        return status, head, self.buffer[len(head) :]


def _run(job: Job) -> Answers:
    answers, waiting = Answers(), deque(job.requests)
    poll = selectors.DefaultSelector()
    began = time.perf_counter()
    for _ in range(min(job.connections, len(waiting))):
        line = _Line(job.port)
        poll.register(line.socket, selectors.EVENT_READ, line)
        line.send(waiting.popleft())
    while poll.get_map():
        for key, _events in poll.select():
            line = key.data
            answer = line.read()
            if answer is None:
                continue
            status, answers.head, answers.sample = answer
            answers.seconds.append(time.perf_counter() - line.began)
            answers.statuses[status] += 1
            answers.body_bytes += len(answers.sample)
            if waiting:
                line.send(waiting.popleft())
            else:
                poll.unregister(line.socket)
                line.socket.close()
    answers.took = time.perf_counter() - began
    return answers


if __name__ == "__main__":
    from tests.bench.load import Answers, Job, _run  # under the name that the pickle carries

    sys.stdout.buffer.write(pickle.dumps(_run(pickle.loads(sys.stdin.buffer.read()))))
