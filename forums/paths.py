"""Where a post stands in the reading order: the way down to it, one fixed-width step per level."""

STEP = 7  # digits of base 36: more posts than any council will hold
DEEPEST = 30  # a reply below this level stands beside what it answers, so that every way fits its column
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def path_below(parent: str, pk: int) -> str:
    """The path of post `pk` below the path of its parent ("" at the top). Paths sort as a thread is read."""
    if len(parent) >= DEEPEST * STEP:
        parent = parent[: (DEEPEST - 1) * STEP]
    return parent + _step(pk)


def _step(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits.rjust(STEP, "0")
