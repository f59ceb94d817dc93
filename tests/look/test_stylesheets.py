"""What CONVENTIONS say of stylesheets and scripts."""

import gzip
import os
import re
from pathlib import Path

import pytest

from core import staticfiles

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "core" / "static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
MODULES = sorted((STATIC / "js").glob("*.js"))
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html"))
LAYERS = ("reset", "tokens", "base", "layout", "components", "pages", "utilities", "print")
# A side of the page by its name on paper: what a right-to-left page would get wrong.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:border-)?(?:left|right|top|bottom)"
    r"|(?:min-|max-)?(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius)(?:-(?:width|color|style))?\s*:"
)
COLOURS = re.compile(r"oklch\(|rgb|hsl|#[0-9a-fA-F]{3,8}\b|color-mix|light-dark")


def words_of(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def named(path):
    return str(path.relative_to(STATIC))


def rules_of(css):
    """The sheet without the conditions of its media queries, which do speak of width."""
    return re.sub(r"@media[^{]*\{", "{", css)


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_a_sheet_wraps_itself_in_one_layer(sheet):
    css = words_of(sheet).strip()

    if sheet.name == "layers.css":
        assert css == f"@layer {', '.join(LAYERS)};"
    else:
        assert re.match(rf"@layer ({'|'.join(LAYERS)}) \{{", css)
        assert css.endswith("}")
        assert len(re.findall(r"@layer", css)) == 1
        assert _one_block(css)


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_a_sheet_speaks_of_start_and_end_not_of_left_and_right(sheet):
    assert PHYSICAL.findall(rules_of(words_of(sheet))) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_colours_are_made_in_the_tokens_only(sheet):
    if sheet.name != "tokens.css":
        assert COLOURS.findall(re.sub(r"href\^?=\"#?[^\"]*\"", "", words_of(sheet))) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_nothing_shouts_but_utilities_and_print(sheet):
    if sheet.name not in {"utilities.css", "print.css"}:
        assert "!important" not in words_of(sheet)


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_a_sheet_uses_only_tokens_that_exist(sheet):
    defined = {name for path in SHEETS for name in re.findall(r"(--[\w-]+)\s*:", words_of(path))}

    assert set(re.findall(r"var\((--[\w-]+)\)", words_of(sheet))) - defined == set()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_is_short_and_stands_alone(module):
    text = module.read_text()

    assert len(text.splitlines()) <= 60
    assert not re.search(r"^(import|export)\b|\beval\(|innerHTML", text, re.MULTILINE)
    assert "customElements.define(" in text


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_holds_no_style_and_no_script_of_its_own(template):
    html = template.read_text()

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


def test_every_class_that_a_template_names_has_a_rule():
    rules = {name for sheet in SHEETS for name in re.findall(r"\.([a-z][\w-]*)", words_of(sheet))}
    named_without_rule = {
        (str(path.relative_to(ROOT)), name)
        for path in TEMPLATES
        for value in re.findall(r'class="([^"{]*)"', path.read_text())
        for name in value.split()
        if name not in rules
    }

    assert named_without_rule == set()


def test_one_stylesheet_holds_all_the_sheets_in_the_order_of_the_layers():
    css = staticfiles.joined("css/folkmoot.css")

    assert css.startswith(f"@layer {', '.join(LAYERS)};")
    assert css.count("@layer") == len(SHEETS)
    assert "/*" not in css


def test_the_stylesheet_is_written_anew_when_a_sheet_changes(settings, tmp_path):
    settings.FOLKMOOT_BUNDLES = tmp_path / "bundles"
    first = staticfiles.bundle("css/folkmoot.css")
    first.write_text("old")

    assert staticfiles.bundle("css/folkmoot.css").read_text() == "old"
    os.utime(first, (0, 0))
    assert staticfiles.bundle("css/folkmoot.css").read_text() == staticfiles.joined("css/folkmoot.css")


def test_the_look_weighs_little():
    css = gzip.compress(staticfiles.joined("css/folkmoot.css").encode())
    script = gzip.compress(staticfiles.joined("js/folkmoot.js").encode())

    assert len(css) < 14_000
    assert len(script) < 4_000


def _one_block(css):
    """Whether the first brace closes with the last character."""
    depth = 0
    for at, sign in enumerate(css):
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and sign == "}":
            return at == len(css) - 1
    return False
