"""What is looked at before anything is started, so that a refusal is one clear line."""

from __future__ import annotations

import os
import socket
from urllib.parse import urlsplit

from ground.binaries import OLDEST_POSTGRES
from ground.errors import GroundError


def port() -> int:
    """The port people will use, from PORT; GroundError when it is no number or taken by another program."""
    told = os.environ.get("PORT") or "8000"
    if not told.isdigit() or not 0 < int(told) < 65536:
        raise GroundError(f"PORT must be a number from 1 to 65535, not {told!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(told)))
        except PermissionError:
            raise GroundError(f"Port {told} may only be used by root; choose another: PORT=8001 make run") from None
        except OSError:
            raise GroundError(f"Port {told} is taken by another program; choose another: PORT=8001 make run") from None
    return int(told)


def database(url: str) -> None:
    """GroundError, in one line without the password, unless PostgreSQL of a fit version answers at `url` in UTF-8."""
    import psycopg  # noqa: PLC0415 -- slow import

    try:
        with psycopg.connect(url, connect_timeout=10) as line:
            version = line.info.server_version // 10000
            encoding = line.info.parameter_status("server_encoding")
    except psycopg.Error as error:
        said = str(error).strip().splitlines() or ["no answer"]
        raise GroundError(f"DATABASE_URL ({plain(url)}) cannot be used: {said[-1].strip()}") from None
    if version < OLDEST_POSTGRES:
        raise GroundError(f"PostgreSQL {version} at {plain(url)} is too old: {OLDEST_POSTGRES} or newer is needed.")
    if encoding != "UTF8":
        raise GroundError(f"The database at {plain(url)} is in {encoding}, not UTF8.")


def redis(url: str) -> None:
    """GroundError in one line unless Redis or Valkey answers at `url`."""
    from redis import Redis, RedisError  # noqa: PLC0415 -- slow import

    try:
        with Redis.from_url(url, socket_connect_timeout=5, socket_timeout=5) as line:
            line.ping()
    except (RedisError, OSError, ValueError) as error:
        raise GroundError(f"REDIS_URL ({plain(url)}) cannot be used: {str(error).splitlines()[0]}") from None


def plain(url: str) -> str:
    """An address without its password."""
    parts = urlsplit(url)
    if parts.password:
        return parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", ":…@")).geturl()
    return url
