"""`python -m tests.bench`: measure, print, and write the tables into docs/performance.md."""

import argparse
import sys
from time import monotonic

from tests.bench.house import own_house

BEGAN = monotonic()


def main() -> int:
    """0; with --check 1 where a floor is missed."""
    options = _options()
    if not sys.platform.startswith("linux"):
        print("The figures come from Linux's /proc; this system has none.", file=sys.stderr)
        return 2
    with own_house() as house:
        from tests.bench.run import run  # only now do its imports find a database

        return run(house, options, say)


def say(words: str) -> None:
    print(f"bench {monotonic() - BEGAN:4.0f} s: {words}", file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of everything: shows that it works, not what it costs"
    )
    parser.add_argument("--check", action="store_true", help="end with an error where a floor is missed")
    parser.add_argument("--only", default="", help="parts, by commas: pages, tally, import, weight")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="print only; leave docs/performance.md as it is")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
