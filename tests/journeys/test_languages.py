"""The made-up languages of the tests: one with marks on every letter, one from right to left. What stays plain English in them cannot be translated."""

import re
from datetime import datetime

import pytest

from accounts.models import Person
from chain.models import Step
from clocks.models import Deadline
from committees.law import LAW
from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Commitment,
    Judgement,
    Portfolio,
    Recommendation,
    Response,
)
from forums.models import Activity, Forum
from ledger.delivery import deliver_all
from outputs.models import Output
from places.models import Area
from proposals.models import Proposal
from tests.journeys.looking import PHONE, too_wide
from tests.journeys.town import built
from tests.journeys.world import beginning
from tests.scenes import committees

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

# What people wrote, and what names a thing, is as it is in every language.
OUR_WORDS = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim().replace(/\\s+/g, ' '), parent = walker.currentNode.parentElement;
        if (text && !parent.closest('script, style, samp, code, option, .name')) found.push(text);
    }
    return found;
}"""
PLAIN = re.compile(r"[A-Za-z]{3,}")
MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
DATES = re.compile(rf"{MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")


@pytest.fixture
def story():
    """All the way to a disputed delivery, so that the pages have something to say."""
    with beginning(datetime(2026, 9, 7, 10)) as world:
        built(world)
        found = committees.disputed()
        deliver_all()
        yield found


def pages_of(story):
    return {
        "home": "/",
        "proposals": "/proposals/",
        "proposal": f"/proposals/{story.proposal.reference}/",
        "output": f"/outputs/{story.output.reference}/",
        "forum": f"/forums/{story.forum.slug}/",
        "committee": f"/committees/{story.body.slug}/",
        "meeting": f"/committees/meetings/{story.meeting.pk}/",
        "recommendation": f"/committees/recommendations/{story.recommendation.reference}/",
        "delivery": f"/committees/claims/{story.claim.pk}/",
        "what is owed": "/owed/",
        "sign-in": "/accounts/login/",
    }


@pytest.mark.parametrize(("language", "direction"), [("en-xa", "ltr"), ("ar-xb", "rtl")])
def test_every_page_speaks_the_language_of_its_path_and_fits_a_phone(visit, story, language, direction):
    reader, faults = visit("Finn"), []
    for name, path in pages_of(story).items():
        page = reader.open(f"/{language}{path}").page
        told = (page.locator("html").get_attribute("lang"), page.locator("html").get_attribute("dir"))
        if told != (language, direction):
            faults.append(f"{name}: says that it is {told}")
        faults += [f"{name}: {fault}" for fault in too_wide(page, PHONE)]

    assert faults == []


def test_no_sentence_of_ours_stays_in_plain_english(visit, story):
    reader, left = visit("Finn"), []
    theirs = sorted(map(re.escape, _what_people_wrote(story)), key=len, reverse=True)
    words_of_theirs = re.compile("|".join(theirs))
    for name, path in pages_of(story).items():
        texts = reader.open(f"/en-xa{path}").page.evaluate(OUR_WORDS)
        left += [f"{name}: {text}" for text in texts if _is_plain(words_of_theirs.sub("", text))]

    assert not left, "\n".join(left)


def _is_plain(text):
    """Letters without marks, and neither a date nor a reference such as CARE-2026-0001."""
    bare = re.sub(r"\b[A-Z0-9]+(-[A-Z0-9]+)+\b", "", DATES.sub("", text))
    return text.isascii() and bool(PLAIN.search(bare))


def _what_people_wrote(story):
    """Names, titles and texts, of which none is the product's to translate."""
    kept = (
        *Person.objects.values_list("name", flat=True),
        *Area.objects.values_list("name", flat=True),
        *(word for titles in Forum.objects.values_list("title", "purpose") for word in titles),
        *(word for words in Proposal.objects.values_list("title", "body", "topic") for word in words),
        *(word for words in Output.objects.values_list("title", "summary", "findings", "dissent") for word in words),
        *(word for words in Body.objects.values_list("name", "remit") for word in words),
        *(word for words in Activity.objects.values_list("title", "explanation") for word in words),
        *Portfolio.objects.values_list("title", flat=True),
        *Step.objects.values_list("owner_label", flat=True),
        *Step.objects.values_list("note", flat=True),
        *(word for words in Recommendation.objects.values_list("text", "measure") for word in words),
        *(word for topics in Forum.objects.values_list("topics", flat=True) for word in topics),
        *AgendaItem.objects.values_list("outcome", flat=True),
        *Response.objects.values_list("reason", flat=True),
        *Claim.objects.values_list("evidence", flat=True),
        *Judgement.objects.values_list("reason", flat=True),
        # Said once, in the council's own language, and kept as it was said.
        *Deadline.objects.values_list("explanation", flat=True),
        *(law.source for law in LAW.values()),
        "PDF",
        *(word for words in Commitment.objects.values_list("text", "measure", "owner") for word in words),
    )
    return {word for word in kept if word.strip()}
