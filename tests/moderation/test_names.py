"""A public name, and what people say of themselves, pass the same rules and the same score as whatever is published."""

import pytest

from accounts.actions import declare_standing, edit_profile
from accounts.models import Person, Standing
from accounts.policies import may_be_called, may_say
from core.verdicts import Refused
from moderation import spam
from moderation.models import Held, HoldRule, Trust
from moderation.queries.settings import numbers
from moderation.spam.words import learned
from tests.cast import client_as, person

NAMES = (
    "Amina Begum", "Rich Price", "Penny Cheap", "Grace Offer", "Win Dollar", "Harold Banks", "Victoria Rich-Price",
    "Ruby Sale", "April May Shipping", "Sun Li", "محمد اقبال", "Mo", "Dr Ede Loan",
)  # fmt: skip
WORK = (
    "home care", "Stirchley Library", "Citizens' Advice", "Credit union of the north side", "Cheap bus fares campaign",
    "Medicine delivery for the housebound", "Betting harm support group", "Business improvement district",
)  # fmt: skip
SPAM = (
    "Cheap watches online free delivery", "Casino bonus free spins", "Cheap loans fast approval",
    "WhatsApp +44 7700 900123 loans", "Instant loan apply now", "Buy followers cheap",
)  # fmt: skip


@pytest.mark.parametrize("words", SPAM)
def test_a_name_that_reads_like_spam_is_refused_and_the_old_one_stands(ben, words):
    with pytest.raises(Refused, match="reads like an advertisement"):
        edit_profile(actor=ben, name=words)
    with pytest.raises(Refused, match="reads like an advertisement"):
        declare_standing(actor=ben, kind="organisation", of=words)

    assert Person.objects.get(pk=ben.person.pk).name == "Ben Price"
    assert not Standing.objects.exists()
    assert not Held.objects.exists()


@pytest.mark.parametrize("words", NAMES + WORK)
def test_names_and_work_are_not_taken_for_spam(db, words):
    new = person("New Here").user

    assert may_be_called(new, words)
    assert may_say(new, words)


def test_two_words_alone_never_make_a_name_spam(db):
    worst = sorted(learned(), key=learned().get)[-2:]

    assert spam.score(" ".join(worst), days=0) < float(numbers()["spam.hold"])


def test_links_and_listed_words_wait_elsewhere_and_are_refused_in_a_name(ben, ada):
    HoldRule.objects.create(kind="words", words="fool", why="Agreed.", since=ada.date_joined)

    assert "Leave the link out" in str(may_be_called(ben, "Ben www.no-such-shop.example").reason)
    assert "looked at before" in str(may_be_called(ben, "A fool").reason)
    # Ada has proved where she lives, so her links wait nowhere.
    assert may_be_called(ada, "Ada www.example.org")


@pytest.mark.parametrize(
    "rule", [{"kind": "place"}, {"kind": "first_posts", "number": 9}, {"kind": "trust", "number": 2}]
)
def test_that_somebody_is_new_holds_no_name_back(ben, rule):
    HoldRule.objects.create(why="Agreed.", since=ben.date_joined, **rule)

    assert may_be_called(ben, "Benjamin Price")


def test_asked_again_and_again_the_answer_is_the_same(ben):
    answers = {bool(may_be_called(ben, "Benjamin Price of the Moseley Road")) for _ in range(6)}

    assert answers == {True}
    assert not Trust.objects.exists()


def test_pages_and_the_api_say_why(ben):
    browser, name = client_as(ben), "Casino bonus free spins"
    page = browser.post("/me/profile/", {"name": name, "age_band": ""})
    work = browser.post("/me/standing/", {"kind": "organisation", "of": name})
    api = browser.put("/api/v1/me/", {"name": name, "age_band": ""}, content_type="application/json")

    assert [page.status_code, work.status_code, api.status_code] == [422, 422, 403]
    assert all("reads like an advertisement" in one.content.decode() for one in (page, work, api))
    assert browser.post("/me/standing/", {"kind": "organisation", "of": "Moseley Allotments"}).status_code == 302
