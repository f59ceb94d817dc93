"""A shared issue: opened with what other forums raise, joined by their own word, and on towards a city-wide forum."""

from urllib.parse import parse_qs, urlsplit

import pytest

from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import start_thread
from ledger.delivery import deliver_all
from notifications.actions import follow
from notifications.models import Notice
from proposals.actions import answer_part, ask_part, close_issue, open_issue
from proposals.models import SharedIssue, SharedIssuePart
from proposals.policies import may_answer_part, may_close_issue, may_open_issue
from proposals.queries.issues import issue_page, issue_rows, key_at
from search.actions import refresh_words
from search.models import Document
from tests.cast import client_as, person
from tests.scenes import forums, proposals as scenes

pytestmark = pytest.mark.django_db
KIND = "proposals.proposal"


def pair(stirchley=None, aston=None):
    """Two proposals of two forums, alike."""
    one = scenes.proposal(title="Bring back the number 11 bus along the outer circle road", area=stirchley)
    other = scenes.proposal(title="Bring the number 11 bus back along the outer circle", area=aston)
    return one, other


def guide(found):
    return scenes.facilitator_of(found)


def opened(one, other, **more):
    keys = [(KIND, one.pk), (KIND, other.pk)]
    return open_issue(actor=guide(one), title="The number 11 bus", keys=keys, **more)


def part_of(found):
    return SharedIssuePart.objects.select_related("issue").get(subject_id=found.pk)


def answer(verdict):
    return True if verdict else str(verdict.reason)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("clerk", True),
        ("ada", "Facilitators and the council's clerks open a shared issue."),
        ("finn", "Facilitators and the council's clerks open a shared issue."),
    ],
)
def test_who_may_open_a_shared_issue(name, said, request):
    assert answer(may_open_issue(request.getfixturevalue(name))) == said


def test_any_facilitator_may_and_each_answers_for_their_own_forum_alone():
    one, other = pair()
    opened(one, other)

    said = [bool(may_answer_part(guide(who), part_of(other))) for who in (one, other)]

    assert (bool(may_open_issue(guide(one))), said) == (True, [False, True])


def test_the_openers_forum_is_in_and_the_other_is_asked_and_told():
    one, other = pair()

    made = opened(one, other)
    deliver_all()

    assert [part.state for part in (part_of(one), part_of(other))] == ["in", "asked"]
    assert Notice.objects.filter(user=guide(other), event="proposals.IssueForumAsked").count() == 1
    assert issue_rows().get().forum_count == 1
    assert Document.objects.filter(subject_kind="proposals.sharedissue", subject_id=made.pk).exists()


def test_a_clerk_puts_no_forum_in(clerk):
    one, other = pair()

    open_issue(actor=clerk, title="The number 11 bus", keys=[(KIND, one.pk), (KIND, other.pk)])

    assert set(SharedIssuePart.objects.values_list("state", flat=True)) == {"asked"}


def test_an_issue_of_one_forum_alone_is_refused_and_nothing_is_kept():
    one = scenes.proposal()
    beside = scenes.proposal(host=one.activity, title="Something else that the same forum raises")

    with pytest.raises(Refused, match="at least two forums"):
        opened(one, beside)

    assert SharedIssue.objects.count() == 0


def test_a_forum_joins_by_its_own_word_and_may_think_again(ada):
    one, other = pair()
    made = opened(one, other)
    deliver_all()
    follow(actor=ada, subject=made)

    answer_part(actor=guide(other), part=part_of(other), joins=True, words="Ours too.")
    with pytest.raises(StateConflict):
        answer_part(actor=guide(other), part=part_of(other), joins=True)
    joined = issue_rows().get().forum_count
    answer_part(actor=guide(other), part=part_of(other), joins=False, words="It is another route.")
    deliver_all()

    assert (joined, issue_rows().get().forum_count, part_of(other).words) == (2, 1, "It is another route.")
    assert Notice.objects.filter(user=ada, event="proposals.IssueForumAnswered").count() == 2


def test_a_conversation_can_be_part_of_it_by_its_address(ada):
    one, other = pair()
    made = opened(one, other)
    third = forums.forum(facilitator=guide(one), members=(ada,))
    thread = start_thread(actor=ada, forum=third, title="Where did the bus go?", opening="Tell us.")

    part = ask_part(actor=guide(one), issue=made, key=key_at(f"https://example.org/forums/threads/{thread.pk}/"))

    assert (part.key, part.state) == (("forums.thread", thread.pk), "in")
    with pytest.raises(Refused, match="already"):
        ask_part(actor=guide(one), issue=made, key=("forums.thread", thread.pk))


def test_addresses_and_references_lead_to_records_and_nonsense_to_none():
    found = scenes.proposal()

    said = [key_at(text) for text in (found.address, found.reference.lower(), "https://example.org/", "x" * 300, "")]

    assert said == [(KIND, found.pk), (KIND, found.pk), None, None, None]


def test_the_page_names_wards_and_forums_and_leads_to_a_request_for_a_city_wide_forum(stirchley, aston):
    one, other = pair(stirchley, aston)
    made = opened(one, other, summary="The same bus.")
    answer_part(actor=guide(other), part=part_of(other), joins=True)

    response = client_as().get(made.address)

    page = response.content.decode()
    asked = parse_qs(urlsplit(response.context["request_url"]).query)
    assert [words in page for words in ("Raised by 2 forums", "Stirchley", "Aston", one.title, other.title)] == [
        True
    ] * 5
    assert asked == {
        "issue": [str(made.pk)], "title": ["The number 11 bus"], "purpose": ["The same bus."], "areas": ["stirchley", "aston"],
    }  # fmt: skip


def test_the_request_for_a_forum_begins_with_the_words_and_the_areas_of_the_issue(ada, stirchley, aston):
    one, other = pair(stirchley, aston)
    made = opened(one, other, summary="The same bus in two wards.")
    answer_part(actor=guide(other), part=part_of(other), joins=True)
    leads_to = client_as().get(made.address).context["request_url"]

    response = client_as(ada).get(f"{leads_to}&areas=nowhere")

    form, page = response.context["form"], response.content.decode()
    assert (form["title"].value(), form["purpose"].value()) == ("The number 11 bus", "The same bus in two wards.")
    assert set(form["areas"].value()) == {stirchley.pk, aston.pk}
    assert page.count("selected") + page.count("checked") >= 2


def test_a_facilitator_opens_it_from_a_proposal_beside_which_others_stand():
    refresh_words()
    one, other = pair()
    deliver_all()
    browser = client_as(guide(one))

    offered = browser.get(f"/issues/new/?from={one.reference}").content.decode()
    sent = {"title": "The number 11 bus", "summary": "", "others": [other.reference]}
    made = browser.post(f"/issues/new/?from={one.reference}", sent)
    answered = client_as(guide(other)).post(
        f"/issues/parts/{part_of(other).pk}/", {"answer": "in", "words": "Ours too."}
    )

    assert other.title in offered
    assert (made.status_code, answered.status_code, part_of(other).state) == (302, 302, "in")


def test_the_api_does_the_same_in_the_same_words(ada):
    one, other = pair()
    sent = {"proposal": one.reference, "title": "The number 11 bus", "others": [other.reference]}

    refused = client_as(ada).post("/api/v1/issues/new/", sent, content_type="application/json")
    made = client_as(guide(one)).post("/api/v1/issues/new/", sent, content_type="application/json")
    listed = client_as().get("/api/v1/issues/").json()["results"]

    assert (refused.status_code, refused.json()["detail"]) == (
        403,
        "Facilitators and the council's clerks open a shared issue.",
    )
    assert (made.status_code, [part["state"] for part in made.json()["parts"]]) == (201, ["in", "asked"])
    assert [row["forums"] for row in listed] == [1]


def test_a_closed_issue_takes_no_more_and_says_why(clerk):
    one, other = pair()
    made = opened(one, other)

    close_issue(actor=clerk, issue=made, reason="The bus is back.")

    assert bool(may_answer_part(guide(other), part_of(other))) is False
    assert "The bus is back." in client_as().get(made.address).content.decode()
    assert (issue_rows().count(), issue_rows(closed=True).count()) == (0, 1)


def test_who_opened_it_and_clerks_close_it(clerk, ada):
    one, other = pair()
    made = opened(one, other)

    assert [bool(may_close_issue(who, made)) for who in (guide(one), clerk, guide(other), ada)] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("number", [2, 4])
def test_an_issue_costs_the_same_with_two_parts_and_four(number, django_assert_num_queries, finn):
    found = [scenes.proposal(title=f"Bring back the number 11 bus, stage {each}") for each in range(number)]
    by = person("Guide", level=3).user
    forums.forum(facilitator=by)
    made = open_issue(actor=by, title="The number 11 bus", keys=[(KIND, one.pk) for one in found])

    with django_assert_num_queries(3):
        issue_page(made, finn)


def test_what_each_forum_decided_of_its_own_stands_side_by_side_on_the_issue(ada):
    one = scenes.certified([(ada, "yes")], title="Bring back the number 11 bus along the outer circle road").proposal
    other = scenes.certified([(ada, "no")], title="Bring the number 11 bus back along the outer circle").proposal
    made = opened(one, other)
    before = issue_page(made, ada).disagree
    answer_part(actor=guide(other), part=part_of(other), joins=True)

    shown = client_as().get(made.address).content.decode()

    said = ("Forums decided differently", "Its members adopted it.", "Its members did not adopt it.")
    assert (before, [words in shown for words in said]) == (False, [True, True, True])


def test_a_proposal_names_the_shared_issue_that_it_is_part_of():
    refresh_words()
    one, other = pair()
    deliver_all()
    made = opened(one, other)

    shown = client_as().get(one.address).content.decode()

    assert made.address in shown
