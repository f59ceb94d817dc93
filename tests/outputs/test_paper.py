"""The PDF: whole, marked for screen readers, and deaf to whatever people write into it."""

import re
import zlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from outputs import pdf
from tests.cast import client_as
from tests.scenes import outputs as scene

pytestmark = pytest.mark.django_db

HOSTILE = (
    '#eval("x") #panic("no") #read("/etc/passwd") $x^2$ \\# <label> @nowhere #import "x": *  ` "]} */ // \\u{1F600}'
)


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """The private files of this test lie in a folder of its own."""
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": private}


def streams(made):
    """The document's content with its compressed parts laid open."""
    found = [made]
    for body in re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL):
        try:
            found.append(zlib.decompress(body))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_an_output_on_paper_is_pdf_ua_with_a_title_and_a_language(ada):
    output = scene.approved(ada)

    made = streams(pdf.render(scene.fresh(output)))

    assert made.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part>1<" in made
    assert re.search(rb"/Lang\s*\(en-GB\)", made)
    assert b"/MarkInfo" in made
    assert b"Visits long enough to help" in made  # in the metadata


def test_what_people_write_is_set_and_never_run(ada):
    output = scene.commented(
        ada,
        title=HOSTILE,
        summary=HOSTILE,
        findings=f"{HOSTILE}\n\n# {HOSTILE}\n\n```\n{HOSTILE}\n```",
        dissent=HOSTILE,
    )

    made = pdf.render(scene.fresh(output))

    assert made.startswith(b"%PDF")
    assert b"pdfuaid:part>1<" in streams(made)


@pytest.mark.parametrize(
    "words",
    ["Cysylltiad â'r cyngor: ŵ ŷ", "Ελληνικά, кириллица", "漢字 العربية עברית 😀", "\u202e\u0007\ufffe", "a" * 3000],
)
def test_any_script_and_any_character_can_be_set(ada, words):
    output = scene.commented(ada, findings=f"{words}\n\n> {words}")

    assert pdf.render(scene.fresh(output)).startswith(b"%PDF")


def test_the_same_output_is_set_once(ada):
    output = scene.fresh(scene.approved(ada))
    storage = storages["private"]
    made = pdf.kept(output)
    (name,) = [f"outputs/{file}" for file in storage.listdir("outputs")[1]]
    storage.delete(name)
    storage.save(name, ContentFile(b"%PDF kept"))

    assert made.startswith(b"%PDF-1.7")
    assert pdf.kept(output) == b"%PDF kept"


def test_the_page_gives_it_by_its_reference(ada):
    output = scene.commented(ada)

    answer = client_as().get(f"/outputs/{output.reference}.pdf")

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF")
