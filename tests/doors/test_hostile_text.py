"""Whatever people write is stored as they wrote it, and is text and nothing else wherever it is shown."""

import re
import time
import zlib
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import Resolver404, resolve

from accounts.actions import edit_profile
from core.text import render
from ledger.delivery import deliver_all
from notifications.sending import send_waiting
from outputs import pdf
from tests import cast
from tests.doors import attacks
from tests.doors.acts import ACTS
from tests.doors.acts.act import Pick, Tick
from tests.doors.addresses import addresses
from tests.doors.answers import words_of
from tests.doors.inert import faults_of
from tests.doors.table import TABLE
from tests.doors.test_every_act import Knocker, undone

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Acts after which there would be less to look at.
LATER = re.compile(
    r"discard|delete|leave|end_|:end$|state$|standing_end|unfollow|recall|take_back|settle|cancel|api:|demo:|address|role|retention"
)
TWICE = 2  # pages of one kind that are looked at
FITS = {}  # which length each field lets through, once it is known


@pytest.fixture(autouse=True)
def _no_limits(settings):
    settings.FOLKMOOT_LIMITS_OFF = True


def store(world, short):
    """Every text of every act, as hostile as its form lets through; gives what was stored where."""
    stored = {}
    for name, act in ACTS.items():
        if LATER.search(name):
            continue
        knock = Knocker(world, name, act)
        browser, data = knock.browser(act.by), knock.data()
        hostile = dict(data)
        for field, value in data.items():
            if isinstance(value, (Pick, Tick)) or not isinstance(value, str):
                continue
            texts = {"long": attacks.LONG, "short": short, "shorter": short[:60]}
            for size in [FITS[name, field]] if (name, field) in FITS else texts:
                with undone():
                    answer = knock.send(browser, data | {field: texts[size]})
                if answer.status_code < 400:
                    hostile[field] = stored[f"{name} {field}"] = texts[size]
                    FITS[name, field] = size
                    break
        knock.send(browser, hostile)
    return stored


def rename(world, short):
    for user in {
        user.pk: user
        for role in ("owner", "member", "facilitator", "supporter")
        for user in [world.who(role, world.one.forum_place)]
    }.values():
        edit_profile(actor=user, name=short[:80], age_band="")
    for story in world.stage.values():
        for user in (story.member, story.facilitator, story.holder, story.chair):
            edit_profile(actor=user, name=short[:80], age_band="")


@pytest.mark.parametrize("kind", attacks.SHORT)
def test_hostile_words_are_words_on_every_page(world, kind, mailoutbox):
    rename(world, attacks.SHORT[kind])
    stored = store(world, attacks.SHORT[kind])
    deliver_all()
    send_waiting()

    faults, shown = look_everywhere(world)

    assert len(stored) > 60, stored.keys()
    assert not faults, "\n" + "\n".join(sorted(set(faults))[:80])
    assert shown > 40, "hardly any page shows what was written"
    for mail in mailoutbox:
        assert "\n" not in mail.subject
        assert set(mail.message()) <= {
            "Content-Type",
            "MIME-Version",
            "Content-Transfer-Encoding",
            "Subject",
            "From",
            "To",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted",
        }
        assert not getattr(mail, "alternatives", [])


def look_everywhere(world):
    """Every door, and every kind of page that those lead to; as a visitor and as somebody who may act."""
    faults, shown, seen = [], 0, {}
    for role in ("signed out", "clerk", "owner"):
        browser = cast.client_as(world.who(role, world.one.forum_place), raise_request_exception=False)
        waiting = [
            TABLE[address.name].url(world, address.name)
            for address in addresses()
            if not TABLE[address.name].post and not address.route.startswith(("/admin/", "/accounts/"))
        ]
        while waiting:
            url = waiting.pop()
            if not worth(url, role, seen):
                continue
            response = browser.get(url)
            if response.status_code >= 500:
                faults.append(f"{url} to {role}: {response.exc_info[1]!r}")
                continue
            wrong, links = faults_of(response)
            faults += [f"{url} to {role}: {one}" for one in wrong]
            if links:
                shown += attacks.MARK in " ".join(words_of(response).all)
            waiting += [link for link in links if link.startswith("/")]
    return faults, shown


def worth(url, role, seen):
    path = urlsplit(url).path
    try:
        name = resolve(path).view_name
    except Resolver404:
        return False
    if (role, url) in seen or name in ("account_logout", "api-docs"):
        return False
    seen[role, url] = True
    seen[role, name] = seen.get((role, name), 0) + 1
    return seen[role, name] <= TWICE


def test_hostile_words_can_still_be_read(world):
    """Shown as they were written: brackets and braces are letters like others."""
    words = attacks.SHORT["script"]
    browser = cast.client_as(world.one.owner)
    knock = Knocker(world, "proposals:edit", ACTS["proposals:edit"])

    knock.send(browser, knock.data(title=words, body=attacks.LONG))

    page = " ".join(words_of(cast.client_as().get(knock.url.removesuffix("edit/"))).all)
    assert words in page
    assert "{{7*7}}" in page
    assert "<form action=//evil.example>" in page


def test_hostile_words_do_nothing_on_paper(world):
    """The typesetter takes texts as data: no function is called, no file read, no address made a script."""
    output = world.one.written
    for name in ("title", "summary", "findings", "dissent"):
        setattr(output, name, attacks.LONG if name in ("findings", "dissent") else attacks.SHORT["formula"])
    output.forum.title = attacks.SHORT["formula"]

    made = pdf.render(output)

    inside = b"".join(unpacked(made))
    assert made.startswith(b"%PDF")
    assert b"javascript:" not in made + inside
    assert b"root:x:0" not in made + inside
    assert b"/JavaScript" not in made + inside


def unpacked(made):
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL):
        try:
            yield zlib.decompress(part)
        except zlib.error:
            continue


def test_a_calendar_takes_no_line_from_a_title(world):
    knock = Knocker(world, "meetings:new", ACTS["meetings:new"])
    lines = "Tea\r\nATTENDEE:mailto:a@evil.example\r\nBEGIN:VALARM"
    knock.send(knock.browser("facilitator"), knock.data(title=lines, place=lines, access=lines))

    feed = cast.client_as().get("/meetings/calendar.ics").content.decode()

    assert "Tea" in feed
    assert not re.search(r"(?m)^(ATTENDEE|BEGIN:VALARM)", feed)


def test_a_name_is_something_that_can_be_seen(world):
    browser = cast.client_as(world.people["verified"])

    for name in ("\u200b\u200b", "\u202e", "\u2066\u2069", "   ", "\x07"):
        assert browser.post("/me/profile/", {"name": name}).status_code == 422, repr(name)


def test_every_text_that_people_type_comes_in_through_the_house_s_field():
    """`core.forms.CharField`; Django's own would let in letters that nobody sees."""
    strays = [
        f"{path.relative_to(settings.BASE_DIR)}"
        for app in settings.FLOORS[1:]
        for path in [*(settings.BASE_DIR / app).glob("forms.py"), *(settings.BASE_DIR / app).glob("forms/*.py")]
        if re.search(r"^from django(\.forms)? import .*(forms|CharField)", path.read_text(), re.MULTILINE)
    ]

    assert strays == []


def test_a_file_s_name_is_never_used(world):
    browser = cast.client_as(world.people["clerk"])
    rows = b"name,postcode\r\n=1+1,B30 2AA\r\n<script>xss()</script>,B30 2AA\r\n"
    for name in ("../../../etc/passwd", 'x".csv\r\nX-Evil: 1', "<script id=xssid>.csv", "a" * 300):
        answer = browser.post("/me/register/", {"label": name[:100], "file": SimpleUploadedFile(name, rows)})
        assert answer.status_code in (200, 302)
        assert faults_of(answer)[0] == []


BOMBS = {
    "stars": "*a_ ",
    "brackets": "[",
    "quotes": ">",
    "ticks": "`",
    "pictures": "![[",
    "links": "[a](",
    "entities": "&#x",
    "open": "<a",
}
HALF = 5_000  # of the letters that a long text may have


@pytest.mark.parametrize("kind", BOMBS)
def test_twice_the_text_is_about_twice_the_work(kind):
    """Not four times: no text makes a page that nobody can wait for."""
    bomb = BOMBS[kind] * HALF

    assert work(bomb[: 2 * HALF]) < 3.5 * work(bomb[:HALF])


def work(text):
    """The least of several tries, for this machine may be busy with something else."""
    tries = []
    for _try in range(5):
        begun = time.process_time()
        render(text)
        tries.append(time.process_time() - begun)
    return min(tries)
