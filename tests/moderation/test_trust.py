"""Reading earns speed and links, never weight."""

import re
from datetime import timedelta

import pytest

from accounts.models import User
from core import now
from core.verdicts import Refused
from forums.actions import submit_reply
from forums.models import Post
from moderation.actions import fold_reading
from moderation.models import Held, Trust
from moderation.policies import may_post_links
from moderation.queries.trust import standing_of
from tests.cast import client_as
from tests.scenes import forums as scene


def test_links_of_somebody_new_wait_and_they_are_told_what_is_missing(thread, ben, ada):
    linked = {"body": "See https://example.org/plan"}

    assert isinstance(submit_reply(actor=ben, thread=thread, said=linked), Held)
    assert "2 more days here; 3 more conversations read" in str(may_post_links(ben).reason)
    # Ada has proved where she lives.
    assert isinstance(submit_reply(actor=ada, thread=thread, said=linked), Post)


def test_reading_earns_levels_and_nothing_keeps_what_was_read(forum, ada, ben):
    threads = [scene.thread(forum, by=ada, title=f"Conversation {n}") for n in range(3)]
    User.objects.filter(pk=ben.pk).update(date_joined=now() - timedelta(days=3))
    ben.refresh_from_db()
    browser = client_as(ben)

    for thread in [*threads, threads[0]]:
        browser.get(f"/forums/threads/{thread.pk}/")
    fold_reading()

    assert {f.name for f in Trust._meta.get_fields()} == {"id", "person", "threads_read"}
    assert Trust.objects.get(person=ben.person).threads_read == 3
    assert (standing_of(ben).level, standing_of(ben).posts_links) == (1, True)
    assert may_post_links(ben)
    fold_reading()
    assert Trust.objects.get(person=ben.person).threads_read == 3


def test_trust_earns_speed(thread, ben, settings):
    settings.FOLKMOOT_LIMITS_OFF = False

    for n in range(12):
        submit_reply(actor=ben, thread=thread, said={"body": f"Post {n}"})
    with pytest.raises(Refused, match="very often"):
        submit_reply(actor=ben, thread=thread, said={"body": "One more"})

    assert standing_of(ben).posts_an_hour == 12


def test_no_code_that_counts_votes_or_supports_reads_trust():
    """Trust weighs nothing: neither ballots nor the counting of supports nor the chain knows that it exists."""
    from tests.house.tree import ROOT

    asked = re.compile(r"trust|standing_of|moderation\.reading|threads_read", re.IGNORECASE)
    files = [
        *(ROOT / "ballots").rglob("*.py"),
        *(ROOT / "chain").rglob("*.py"),
        *(ROOT / "committees").rglob("*.py"),
        *(ROOT / "proposals/actions" / name for name in ("tally.py", "supports.py", "adoptions.py", "steps.py")),
        *(ROOT / "proposals/models").glob("*.py"),
    ]

    assert len(files) > 60
    assert asked.search("standing_of(user)")
    assert [str(file.relative_to(ROOT)) for file in files if asked.search(file.read_text())] == []
