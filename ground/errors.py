"""What the ground says when it cannot go on."""


class GroundError(Exception):
    """One line a person can act on; the command line prints it and ends with exit code 2."""
