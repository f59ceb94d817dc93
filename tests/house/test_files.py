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
        if name_of(path) == "core/clock.py" or name_of(path).startswith("ground/"):
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


def is_view(node):
    """A public function that takes a request and answers it."""
    takes = isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].arg == "request"
    return takes and not node.name.startswith("_") and "Response" in ast.unparse(node.returns or ast.Constant(""))


def length_of(node):
    """Lines of a function's body, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_views_are_short_and_name_their_methods():
    """At most twenty lines each, and each says which methods it takes."""
    files = [file for app in APPS for file in (ROOT / app / "views.py", *(ROOT / app / "views").glob("*.py"))]
    views = [(path, node) for path in files if path.exists() for node in parsed(path).body if is_view(node)]

    long = [f"{name_of(path)} {node.name}" for path, node in views if length_of(node) > 20]
    open_to_any = [
        f"{name_of(path)} {node.name}"
        for path, node in views
        if not any("require_" in ast.unparse(mark) for mark in node.decorator_list)
    ]

    assert (len(views) > 100, long, open_to_any) == (True, [], [])


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
