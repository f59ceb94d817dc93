"""The ground's command line: `python -m ground WORD`. The Makefile is its usual face."""

from __future__ import annotations

import argparse
import sys

from ground.errors import GroundError


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
    parser = argparse.ArgumentParser(prog="python -m ground", description="Servers, supervisor, backup, catalogues, locks.")
    kinds = parser.add_subparsers(dest="word", required=True)
    kinds.add_parser("with", help="run a command with the servers: with CMD ...")
    kinds.add_parser("manage", help="run a Django command with the servers: manage migrate")
    asked = parser.parse_args(words)
    raise GroundError(f"{asked.word} is not a word of the ground.")


if __name__ == "__main__":
    sys.exit(main())
