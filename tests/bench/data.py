"""A council's worth of records, written in bulk: forums, wards, people who are signed in, open proposals on the line, debates."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.db import connection

from accounts.models import Person, User
from core import now
from forums.actions import import_posts
from forums.models import Activity, Forum, Post, Thread
from ledger.models import Entry
from places.models import Area
from proposals.actions.imports import Import, import_proposals
from proposals.events import ProposalPublished, RemitChecked, SupportsCounted
from proposals.imports.rows import ProposalRow
from proposals.models import Proposal
from tests.bench import words
from tests.bench.assemblies import SPEAKERS, Assembly, assembled, posts_of, sign_in

FORUMS, WARDS, THRESHOLD = 16, 69, 1500
LONGEST = 337  # posts in the longest debate
DEBATED = 200  # proposals with a debate whose first page is full

# Authors, wards and counts are no part of an import.
_SETTLE = """
UPDATE proposals_proposal p SET author_id = h.id, author_label = '', supports = (random() ^ 3 * 1400)::int,
    counted_at = %(now)s, area_id = CASE WHEN random() < 0.7 THEN h.ward_id END
FROM (SELECT id, ward_id, row_number() OVER (ORDER BY id) - 1 AS place FROM accounts_person) h
WHERE h.place = p.id %% (SELECT count(*) FROM accounts_person)
"""


@dataclass(frozen=True)
class Council:
    """What the measuring needs to know: keys of proposals, those with a debate (the longest first), a session for each person."""

    proposals: list[int]
    references: dict[int, str]
    debated: list[int]
    sessions: list[str]
    assemblies: dict[int, Assembly]  # by the number of posts in its conversation


def build(*, proposals: int, people: int) -> Council:
    """Everything stands, analysed by the planner, and every session is warm."""
    wards = _wards()
    users = _people(people, wards)
    for number, activity in enumerate(_activities()):
        _propose(activity, range(number, proposals, FORUMS))
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, {"now": now()})
    _record()
    debated = _debate()
    assemblies = assembled()
    sessions = sign_in(users)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    references = dict(Proposal.objects.values_list("pk", "reference"))
    return Council(sorted(references), references, debated, sessions, assemblies)


def _wards() -> list[Area]:
    names = [f"Ward {number:02}" for number in range(1, WARDS + 1)]
    return Area.objects.bulk_create(
        Area(kind="ward", code=f"E0501{n:04}", name=name, slug=f"ward-{n:02}", sort_key=name.casefold(), vintage="2018")
        for n, name in enumerate(names, 1)
    )


def _people(number: int, wards: list[Area]) -> list[User]:
    users = User.objects.bulk_create(User(email=f"person.{n}@example.org", password="!") for n in range(number))
    Person.objects.bulk_create(
        Person(user=user, name=words.name(), level=(3, 2, 3, 1)[n % 4], ward=words.dice.choice(wards))
        for n, user in enumerate(users)
    )
    return users


def _activities() -> list[Activity]:
    moment = now()
    forums = Forum.objects.bulk_create(
        Forum(kind="issue", slug=f"forum-{n}", code=f"F{n}", title=f"Forum on {topic}", sort_key=topic, purpose="Talk.",
              created_at=moment)
        for n, topic in enumerate(f"public matter {n:02}" for n in range(FORUMS))
    )  # fmt: skip
    return Activity.objects.bulk_create(
        Activity(
            forum=forum, kind="proposals", title="Proposals", threshold=THRESHOLD, opens_at=moment - timedelta(days=400)
        )
        for forum in forums
    )


def _propose(activity: Activity, numbers: range) -> None:
    """Through the product's own bulk door: proposal, version, thread, steps and links."""
    into, moment = Import(activity, "made-up"), now()
    rows = [
        ProposalRow(
            line=n, source_id=str(n), reference=f"{activity.forum.code}-2026-{n:05}", title=words.title(),
            html=words.paragraphs(3, 60), published_at=moment - timedelta(minutes=n * 31), author_label="Somebody",
            origin="citizen", outcome="open", topic=f"topic {n % 24}", language="en", supports=0, url="",
        )
        for n in numbers
    ]  # fmt: skip
    for start in range(0, len(rows), 500):
        import_proposals(into=into, rows=rows[start : start + 500])


def _record() -> None:
    """What happened, as the public record tells it: published, checked, counted."""
    happened = (
        (pk, at, event)
        for pk, forum, at in Proposal.objects.order_by("id").values_list("pk", "forum_id", "published_at")
        for event in (
            ProposalPublished(pk, forum, None, 1, "0" * 64, THRESHOLD),
            RemitChecked(pk, "in_remit"),
            SupportsCounted(pk, 41, 2, 39),
        )
    )
    entries = [
        Entry(
            act=uuid4(), event=event.name, data=event.facts(), subject_kind="proposals.proposal", subject_id=pk, at=at
        )
        for pk, at, event in happened
    ]
    Entry.objects.bulk_create(entries, batch_size=5_000)


def _debate() -> list[int]:
    """One very long debate and many with more than a first page of posts; gives their proposals."""
    about = dict(Thread.objects.order_by("about_id").values_list("about_id", "pk")[: DEBATED * 7 : 7])
    posts = []
    for number, thread in enumerate(about.values()):
        posts += posts_of(thread, LONGEST if number == 0 else words.dice.randint(14, 30))
    import_posts(posts=posts)
    with connection.cursor() as cursor:
        cursor.execute(SPEAKERS)
        cursor.execute(
            "UPDATE proposals_proposal p SET post_count = t.post_count FROM forums_thread t WHERE t.about_id = p.id AND t.post_count > 0"
        )
    assert Post.objects.filter(thread=next(iter(about.values()))).count() == LONGEST
    return list(about)
