"""Bodies, posts and seats: what the law allows, who is eligible, and who sat when."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.actions import erase_person
from committees import actions
from committees.models import Body, Councillor, Seat
from committees.queries.people import councillor_knows
from committees.queries.seats import chair_of
from committees.states import BodyKind, Scope, SeatKind
from core import now, personal, today
from core.verdicts import Refused
from forums.states import Voice
from forums.voices import voice_of
from tests import cast
from tests.scenes import committees as scenes, forums

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(clerk):
    return scenes.body(by=clerk)


def test_scrutiny_has_the_statutory_clock_and_other_bodies_the_councils_own(clerk):
    scrutiny, advisory = scenes.body(by=clerk), scenes.body(by=clerk, kind=BodyKind.ADVISORY)

    assert (scrutiny.answer_rule, advisory.answer_rule) == ("committees.answer.scrutiny", "committees.answer.local")


def test_a_council_employee_is_not_seated_and_the_page_says_why(clerk, ada, body):
    seat = actions.add_seat(actor=clerk, body=body, kind=SeatKind.WORKER)

    with pytest.raises(Refused, match="employed by the council"):
        actions.fill_seat(actor=clerk, seat=seat, person=ada.person, eligible=False)
    page = cast.client_as().get(f"/committees/{body.slug}/").content.decode()
    assert "People employed by the council" in page
    assert "to be checked against the source" in page


def test_of_the_check_only_yes_and_its_day_are_kept(clerk, ada, body):
    seat = scenes.seated(body, ada, by=clerk, kind=SeatKind.WORKER)

    assert (seat.eligible, seat.eligibility_checked_on) == (True, today())
    with pytest.raises(IntegrityError, match="seat_taken_is_checked"), transaction.atomic():
        Seat.objects.filter(pk=seat.pk).update(eligible=None)


def test_a_councillors_seat_is_for_a_councillor(clerk, ada, body):
    seat = actions.add_seat(actor=clerk, body=body, kind=SeatKind.COUNCILLOR)

    with pytest.raises(Refused, match="is not a councillor"):
        actions.fill_seat(actor=clerk, seat=seat, person=ada.person, eligible=True)


def test_a_cabinet_member_does_not_scrutinise_the_cabinet(clerk, body):
    holder = scenes.councillor("Jo Whitlock", by=clerk)
    scenes.portfolio(by=clerk, holder=holder)
    seat = actions.add_seat(actor=clerk, body=body, kind=SeatKind.COUNCILLOR)

    with pytest.raises(Refused, match="cannot sit on a committee that scrutinises it"):
        actions.fill_seat(actor=clerk, seat=seat, person=holder.person, eligible=True)


def test_nor_does_a_scrutineer_enter_the_cabinet(clerk, body):
    scrutineer = scenes.councillor("Ravi Hall", by=clerk)
    scenes.seated(body, scrutineer, by=clerk)
    portfolio = scenes.portfolio(by=clerk)

    with pytest.raises(Refused, match="cannot sit on a committee that scrutinises it"):
        actions.appoint_holder(actor=clerk, portfolio=portfolio, person=scrutineer.person)


@pytest.mark.parametrize(
    ("kind", "seat", "scope", "words"),
    [
        (BodyKind.SCRUTINY, SeatKind.WORKER, Scope.ALL, "cannot vote in that way"),
        (BodyKind.ORDINARY, SeatKind.WORKER, Scope.ALL, "cannot vote in that way"),
        (BodyKind.CABINET, SeatKind.WORKER, "", "no such seats"),
    ],
)
def test_no_seat_gets_a_vote_that_the_law_does_not_give(clerk, kind, seat, scope, words):
    body = scenes.body(by=clerk, kind=kind)

    with pytest.raises(Refused, match=words):
        actions.add_seat(actor=clerk, body=body, kind=seat, scope=scope)


def test_unsaid_a_seat_has_the_widest_vote_that_the_law_gives(clerk):
    kinds = (BodyKind.SCRUTINY, BodyKind.ADVISORY, BodyKind.ORDINARY)
    seats = [
        actions.add_seat(actor=clerk, body=scenes.body(by=clerk, kind=kind), kind=SeatKind.WORKER) for kind in kinds
    ]

    assert [seat.scope for seat in seats] == [Scope.SCHEME, Scope.ALL, Scope.NONE]


def test_a_forums_seat_goes_to_somebody_with_its_mandate(clerk, ada, body):
    seat = actions.add_seat(actor=clerk, body=body, kind=SeatKind.FORUM)

    with pytest.raises(Refused, match="has given a mandate"):
        actions.fill_seat(actor=clerk, seat=seat, person=ada.person, eligible=True)


def test_who_leaves_a_seat_stays_on_record_and_a_vacant_one_takes_its_place(clerk, ada, body):
    seat = scenes.seated(body, ada, by=clerk, kind=SeatKind.SERVICE_USER, label="Home Care Forum")

    vacant = actions.vacate_seat(actor=clerk, seat=seat, reason="Moved away.")

    seat.refresh_from_db()
    assert (seat.name, seat.until, seat.ended_because) == ("Ada Obi", today(), "Moved away.")
    assert (vacant.is_vacant, vacant.label, vacant.scope) == (True, "Home Care Forum", seat.scope)
    with pytest.raises(Refused, match="Nobody has this seat now"):
        actions.vacate_seat(actor=clerk, seat=vacant)


def test_a_body_has_one_chair_and_a_person_one_seat_on_it(clerk, ada, body):
    scenes.seated(body, ada, by=clerk, kind=SeatKind.SERVICE_USER)
    actions.add_seat(actor=clerk, body=body, kind=SeatKind.COUNCILLOR, chair=True)
    second = actions.add_seat(actor=clerk, body=body, kind=SeatKind.WORKER)

    with pytest.raises(Refused, match="chair's seat already"):
        actions.add_seat(actor=clerk, body=body, kind=SeatKind.COUNCILLOR, chair=True)
    with pytest.raises(Refused, match="a seat on this body already"):
        actions.fill_seat(actor=clerk, seat=second, person=ada.person, eligible=True)
    assert chair_of(Body.objects.get()) is None


def test_a_councillor_who_leaves_leaves_the_seats_and_the_cabinet(clerk, body):
    user = scenes.councillor("Ravi Hall", by=clerk)
    scenes.seated(body, user, by=clerk, chair=True)
    advisory = scenes.body(by=clerk, kind=BodyKind.ADVISORY)
    scenes.seated(advisory, user, by=clerk)

    actions.end_councillor(
        actor=clerk, councillor=Councillor.objects.get(person=user.person), reason="Lost the election."
    )

    assert Seat.objects.filter(person=user.person, until=None).count() == 0
    assert (chair_of(Body.objects.get(pk=body.pk)), councillor_knows(user)) == (None, False)


def test_a_councillor_speaks_as_one_in_every_forum(clerk):
    user = scenes.councillor("Ravi Hall", by=clerk)

    assert voice_of(user, forums.forum(by=clerk)) == Voice.COUNCILLOR


def test_after_an_erasure_the_office_keeps_the_name_and_the_seat_is_vacant(clerk, ada, body):
    scenes.seated(body, ada, by=clerk, kind=SeatKind.WORKER)
    person = ada.person

    with transaction.atomic():
        erase_person(actor=ada, person=person)

    assert list(Seat.objects.filter(body=body).order_by("pk").values_list("name", "until")) == [
        ("Ada Obi", today()),
        ("", None),
    ]


def test_a_judgement_keeps_its_place_when_its_person_is_erased():
    story = scenes.disputed()
    person = story.supporter.person

    with story.on(107), transaction.atomic():
        [room] = [room for room in personal.rooms() if room.app == "committees"]
        exported = room.export(person.pk, story.supporter.pk)
        room.erase(person.pk, story.supporter.pk)

    assert [row["reason"] for row in exported["judgements"]] == ["My mother still gets fifteen minutes."]
    assert story.claim.judgements.count() == 1


def test_one_human_being_in_two_rows_has_one_seat_after_the_fold(clerk, ada, ben, body):
    scenes.seated(body, ada, by=clerk, kind=SeatKind.WORKER)
    scenes.seated(body, ben, by=clerk, kind=SeatKind.SERVICE_USER)

    actions.fold_persons(person_id=ben.person.pk, into_id=ada.person.pk)

    assert Seat.objects.filter(until=None, person=ada.person).count() == 1
    assert Seat.objects.filter(until=None, person=ben.person).count() == 0


def test_a_term_that_has_ended_is_no_vote(clerk, ada, body):
    seat = scenes.seated(body, ada, by=clerk, kind=SeatKind.WORKER, term_ends=now().date() + timedelta(days=365))

    assert seat.term_ends == today() + timedelta(days=365)
