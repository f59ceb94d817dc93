"""The ground's command line: `python -m ground WORD`. The Makefile is its usual face."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ground.errors import GroundError
from ground.places import data_folder


def main(argv: list[str] | None = None) -> int:
    """Run one word of the command line; 2 with one line on standard error when the ground refuses."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        # These two hand everything after them to another program.
        if words[:1] == ["with"]:
            from ground.session import run_with_servers  # noqa: PLC0415 -- each word loads only its own

            return run_with_servers(words[1:])
        if words[:1] == ["manage"]:
            from ground.session import manage  # noqa: PLC0415 -- each word loads only its own

            return manage(words[1:])
        return _named(words)
    except GroundError as error:
        print(f"folkmoot: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _named(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ground", description="Servers, supervisor, backup, catalogues, locks."
    )
    kinds = parser.add_subparsers(dest="word", required=True)
    kinds.add_parser("run", help="start everything and watch it; Ctrl-C ends it")
    kinds.add_parser("with", help="run a command with the servers: with CMD ...")
    kinds.add_parser("manage", help="run a Django command with the servers: manage migrate")
    kinds.add_parser("catalogues", help="compile the catalogues of sentences").add_argument(
        "--quiet", action="store_true"
    )
    kinds.add_parser("messages", help="collect the sentences to translate into locale/")
    kinds.add_parser("locks", help="write the lock files").add_argument(
        "--check", action="store_true", help="only look"
    )
    kinds.add_parser("backup", help="keep database and files in one folder").add_argument("--to", type=Path)
    back = kinds.add_parser("restore", help="bring a backup back")
    back.add_argument("folder", type=Path)
    back.add_argument("--replace", action="store_true", help="even over a database that holds something")
    asked = parser.parse_args(words)
    return int(WORDS[asked.word](asked))


def _run(asked: argparse.Namespace) -> int:
    from ground.supervisor import run  # noqa: PLC0415 -- each word loads only its own

    return run()


def _catalogues(asked: argparse.Namespace) -> int:
    from ground.catalogues import compile_all  # noqa: PLC0415 -- each word loads only its own

    number = compile_all(data_folder())
    if not asked.quiet:
        print(f"{number} languages compiled")
    return 0


def _messages(asked: argparse.Namespace) -> int:
    from ground.messages import write  # noqa: PLC0415 -- each word loads only its own

    for path in write():
        print(path)
    return 0


def _locks(asked: argparse.Namespace) -> int:
    from ground import locks  # noqa: PLC0415 -- each word loads only its own

    return locks.check() if asked.check else locks.write()


def _backup(asked: argparse.Namespace) -> int:
    from ground.backup import backup  # noqa: PLC0415 -- each word loads only its own

    print(backup(asked.to))
    return 0


def _restore(asked: argparse.Namespace) -> int:
    from ground.backup import restore  # noqa: PLC0415 -- each word loads only its own

    restore(asked.folder, replace=asked.replace)
    return 0


WORDS = {
    "run": _run,
    "catalogues": _catalogues,
    "messages": _messages,
    "locks": _locks,
    "backup": _backup,
    "restore": _restore,
}

if __name__ == "__main__":
    sys.exit(main())
