"""A reader finds the room at once: small files, honest names, one door per change."""

import ast
import re

import pytest

from tests.house.tree import APPS, ROOT, name_of, parsed, sources

BANNED_NAMES = {"utils.py", "helpers.py", "services.py", "managers.py", "constants.py", "signals.py"}
BANNED_WORDS = re.compile(r"(^|[^A-Za-z])/(work|root|tmp)/|\.\./shared/[A-Z]")
SIGNALS = ("django.db.models.signals", "django.dispatch")


def test_no_file_is_longer_than_three_hundred_lines():
    long = [f"{name_of(path)}: {lines}" for path in sources() if (lines := len(path.read_text().splitlines())) > 300]

    assert long == []


def test_no_room_has_a_name_that_says_nothing():
    assert [name_of(path) for path in sources() if path.name in BANNED_NAMES] == []


def test_nobody_uses_model_signals():
    def imports(path):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)

    assert [name_of(path) for path in sources() if any(name.startswith(SIGNALS) for name in imports(path))] == []


def test_no_file_names_a_machine():
    texts = [*sources(), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "Makefile"]

    assert [name_of(path) for path in texts if path.exists() and BANNED_WORDS.search(path.read_text())] == []


def test_only_the_door_to_the_present_reads_the_clock():
    """`core.clock` alone asks the system what time it is; the demo and the tests move that door."""
    readers = []
    for path in sources():
        if name_of(path) in {"core/clock.py"} or name_of(path).startswith("ground/"):
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = ast.unparse(node.func.value)
                if (node.func.attr, owner) in {
                    ("now", "datetime"),
                    ("now", "timezone"),
                    ("today", "date"),
                    ("utcnow", "datetime"),
                    ("now", "datetime.datetime"),
                }:
                    readers.append(f"{name_of(path)}:{node.lineno}")

    assert readers == []


def test_views_are_short_and_name_their_methods():
    """At most twenty lines each, and each says which methods it takes."""
    faults = []
    for app in APPS:
        files = [ROOT / app / "views.py", *(ROOT / app / "views").glob("*.py")]
        for path in filter(lambda file: file.exists(), files):
            for node in parsed(path).body:
                if (
                    not isinstance(node, ast.FunctionDef)
                    or node.name.startswith("_")
                    or not node.args.args
                    or node.args.args[0].arg != "request"
                ):
                    continue
                marks = " ".join(ast.unparse(mark) for mark in node.decorator_list)
                body = (
                    node.body[1:]
                    if isinstance(node.body[0], ast.Expr)
                    and isinstance(getattr(node.body[0], "value", None), ast.Constant)
                    else node.body
                )
                if body and body[-1].end_lineno - body[0].lineno + 1 > 20:
                    faults.append(f"{name_of(path)}:{node.lineno} {node.name} is long")
                if "require_" not in marks:
                    faults.append(f"{name_of(path)}:{node.lineno} {node.name} takes any method")

    assert faults == []


@pytest.mark.parametrize("app", APPS[1:])
def test_only_actions_write(app):
    """Views, policies and queries do not save, create, update or delete."""
    writes = {"save", "create", "bulk_create", "update_or_create", "get_or_create", "delete", "bulk_update"}
    faults = []
    for room in ("views", "policies", "api", "forms"):
        for path in [ROOT / app / f"{room}.py", *(ROOT / app / room).glob("*.py")]:
            if not path.exists():
                continue
            for node in ast.walk(parsed(path)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in writes:
                    owner = ast.unparse(node.func.value)
                    if not owner.startswith(
                        ("actions", "session", "request.session", "cache", "form", "response")
                    ) and not owner.endswith(("actions", "session", ".cookies")):
                        faults.append(f"{name_of(path)}:{node.lineno} {owner}.{node.func.attr}")

    assert faults == []


def test_no_template_carries_inline_style_or_script():
    inline = re.compile(
        r"\sstyle=|<style|<script(?![^>]*\bsrc=)(?![^>]*type=\"application/ld\+json\")|\son[a-z]+=", re.IGNORECASE
    )
    comments = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)

    found = [
        name_of(path)
        for path in (ROOT / "templates").rglob("*.html")
        if inline.search(comments.sub("", path.read_text()))
    ]

    assert found == []
