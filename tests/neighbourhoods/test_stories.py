"""The story of a place: versions, sources, who may write."""

import pytest

from core.states import StateConflict
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from neighbourhoods import actions, policies
from neighbourhoods.models import Story, StoryVersion
from notifications.actions import follow
from notifications.models import Notice
from search.models import Document
from tests.cast import client_as, person, ward
from tests.scenes import forums
from tests.scenes.neighbourhoods import SOURCE, local_facilitator, story

pytestmark = pytest.mark.django_db
STEPS_IN = "Facilitators of a forum of this area write its story, and the council's clerks."


def answer(verdict):
    return True if verdict else str(verdict.reason)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("clerk", True),
        ("ada", STEPS_IN),
        ("dov", STEPS_IN),
        ("finn", "Sign in to write down what is known of this place."),
    ],
)
def test_who_may_write_a_story(name, said, request, stirchley):
    assert answer(policies.may_write_story(request.getfixturevalue(name), stirchley)) == said


def test_a_facilitator_writes_where_their_forum_is_and_nowhere_else(stirchley, aston):
    local = local_facilitator()
    citywide = person("Cita Wide", level=3).user
    forums.forum(facilitator=citywide)

    said = [bool(policies.may_write_story(user, area)) for user in (local, citywide) for area in (stirchley, aston)]

    assert said == [True, False, False, False]


def test_a_new_version_leaves_the_old_one_and_its_sources_as_they_were():
    local = local_facilitator()
    first = story(by=local)

    second = story(by=local, history="Built around the canal and the mill [1] [2].", sources=[SOURCE, SOURCE], seen=1)

    kept = StoryVersion.objects.order_by("version")
    assert [(one.version, one.history, one.sources.count()) for one in kept] == [
        (1, first.history, 1),
        (2, second.history, 2),
    ]


def test_the_same_words_and_sources_make_no_version():
    local = local_facilitator()
    story(by=local)

    story(by=local)

    assert StoryVersion.objects.count() == 1
    assert Entry.objects.filter(event="neighbourhoods.StoryWritten").count() == 1


def test_a_story_without_a_source_is_refused_and_nothing_is_kept():
    with pytest.raises(Refused, match="Name at least one source"):
        story(sources=[])

    assert Story.objects.count() == 0


def test_who_wrote_from_an_older_version_is_told_and_loses_nothing_of_the_newer():
    local = local_facilitator()
    story(by=local)
    story(by=local, history="Another beginning.", seen=1)

    with pytest.raises(StateConflict):
        story(by=local, history="From the first version.", seen=1)

    assert Story.objects.get().version == 2


def test_the_page_shows_parts_and_sources_and_invites_where_there_is_none(stirchley, aston):
    story(languages="English, Polish.")

    told = client_as().get("/areas/stirchley/story/").content.decode()
    empty = client_as().get("/areas/aston/story/").content.decode()

    assert [
        words in told for words in ("Built around the canal", "Languages", "Told at the library", "Groups</h2>")
    ] == [*(True, True, True, False)]
    assert "Nobody has written it yet" in empty


def test_the_versions_page_shows_what_changed():
    local = local_facilitator()
    story(by=local)
    story(by=local, history="Built around the mill [1].")

    shown = client_as().get("/areas/stirchley/story/versions/").content.decode()

    assert "<ins>mill</ins>" in shown
    assert "<del>canal</del>" in shown


def test_a_form_without_a_source_keeps_what_was_written(stirchley):
    response = client_as(local_facilitator()).post("/areas/stirchley/story/edit/", {"history": "There was a mill."})

    assert response.status_code == 422
    assert "There was a mill." in response.content.decode()
    assert "Name at least one source" in response.content.decode()


def test_followers_of_the_area_are_told_and_the_search_finds_it(ada, stirchley):
    follow(actor=ada, subject=stirchley)
    story(history="A place of **button makers**.")

    deliver_all()

    assert Notice.objects.filter(user=ada, event="neighbourhoods.StoryWritten").count() == 1
    assert Document.objects.filter(subject_kind="neighbourhoods.story").values_list("url", flat=True).get() == (
        "/areas/stirchley/story/"
    )


def test_the_api_writes_the_same_story(stirchley):
    local = client_as(local_facilitator())
    sent = {"history": "A mill [1].", "sources": [{"title": "The folder", "speaks": "research", "date": "2019-05-01"}]}

    written = local.post("/api/v1/stories/stirchley/edit/", sent, content_type="application/json")
    stale = local.post(
        "/api/v1/stories/stirchley/edit/", {**sent, "history": "No mill.", "seen": 0}, content_type="application/json"
    )

    assert (written.status_code, written.json()["sources"][0]["date"]) == (200, "2019-05-01")
    assert stale.status_code == 409


def test_the_story_costs_the_same_with_one_source_and_three(django_assert_num_queries, stirchley):
    local = local_facilitator()
    story(by=local)
    with django_assert_num_queries(3):
        client_as().get("/areas/stirchley/story/")
    actions.write_story(actor=local, area=ward(), history="More.", sources=[SOURCE] * 3)

    with django_assert_num_queries(3):
        client_as().get("/areas/stirchley/story/")
