from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from accounts.actions import (
    Outcome,
    ask_letter,
    enter_code,
    give_postcode,
    print_letters,
    upload_register,
    verify_against_register,
)
from accounts.models import LetterCode, Level, Person, Register, RegisterLine
from core import clock, now
from core.verdicts import Refused
from ledger.models import Entry
from places.actions import add_postcodes
from tests.cast import person

pytestmark = pytest.mark.django_db
HOME, AWAY = "B30 2AA", "M1 1AE"


@pytest.fixture
def homes(stirchley, aston):
    add_postcodes(actor=None, rows=[(HOME, stirchley), ("B30 2AB", stirchley), ("B6 5AA", aston)])


def _events(of):
    return list(
        Entry.objects.filter(subject_kind="accounts.person", subject_id=of.pk)
        .order_by("id")
        .values_list("event", flat=True)
    )


def test_a_postcode_makes_a_declared_resident_of_its_ward(ben, homes, stirchley):
    ward = give_postcode(actor=ben, postcode="b302aa")

    known = Person.objects.get(user=ben)
    assert (ward, known.ward, known.level, known.postcode) == (stirchley, stirchley, Level.DECLARED, "B302AA")
    assert _events(known) == ["accounts.LevelChanged"]


def test_a_postcode_elsewhere_is_kept_and_raises_nobody(ben, homes):
    assert give_postcode(actor=ben, postcode=AWAY) is None

    assert (ben.person.level, ben.person.ward) == (Level.EMAIL, None)


def test_who_moves_has_to_prove_it_anew(ada, homes, aston):
    give_postcode(actor=ada, postcode="B6 5AA")

    assert (ada.person.level, ada.person.ward, ada.person.verified_at) == (Level.DECLARED, aston, None)


def test_the_same_postcode_again_changes_no_level(homes):
    proved = person(level=Level.VERIFIED, postcode="B302AA")

    give_postcode(actor=proved.user, postcode=HOME)

    assert Person.objects.get(pk=proved.pk).level == Level.VERIFIED


def _letter(user, clerk):
    give_postcode(actor=user, postcode=HOME)
    ask_letter(actor=user, address="7 Oak Road")
    (printed,) = print_letters(actor=clerk)
    return printed


def test_a_letter_proves_the_residence_once(ben, clerk, homes):
    printed = _letter(ben, clerk)

    assert enter_code(actor=ben, code=printed.code.lower())

    assert Person.objects.get(user=ben).level == Level.VERIFIED
    assert _events(ben.person)[-2:] == ["accounts.LevelChanged", "accounts.PersonVerified"]
    with pytest.raises(Refused, match="verified already"):
        enter_code(actor=ben, code=printed.code)


def test_only_a_digest_of_the_code_is_kept(ben, clerk, homes):
    printed = _letter(ben, clerk)

    kept = str(LetterCode.objects.filter(person=ben.person).values().get())
    assert printed.code not in kept
    assert printed.code.replace("-", "") not in kept


def test_after_five_wrong_tries_the_right_code_no_longer_works(ben, clerk, homes):
    printed = _letter(ben, clerk)
    for _ in range(5):
        assert not enter_code(actor=ben, code="AAAA-AAAA")

    with pytest.raises(Refused, match="tried too often"):
        enter_code(actor=ben, code=printed.code)
    assert ask_letter(actor=ben, address="7 Oak Road").tries == 0


def test_a_code_lapses(ben, clerk, homes):
    printed = _letter(ben, clerk)

    with clock.at(now() + timedelta(days=29)), pytest.raises(Refused, match="No letter"):
        enter_code(actor=ben, code=printed.code)


def test_a_letter_on_its_way_to_the_old_address_is_worth_nothing_after_a_move(ben, clerk, homes):
    printed = _letter(ben, clerk)
    give_postcode(actor=ben, postcode="B6 5AA")

    with pytest.raises(Refused):
        enter_code(actor=ben, code=printed.code)


def test_a_code_is_worth_nothing_to_somebody_else(ben, clerk, homes):
    printed = _letter(ben, clerk)
    other = person().user
    _letter(other, clerk)

    assert not enter_code(actor=other, code=printed.code)


def test_a_lost_print_can_be_made_again_with_a_new_code(ben, clerk, homes):
    first = _letter(ben, clerk)

    (second,) = print_letters(actor=clerk, again=[first.letter.pk])

    assert not enter_code(actor=ben, code=first.code)
    assert enter_code(actor=ben, code=second.code)


def test_nothing_waiting_prints_nothing_and_records_nothing(clerk):
    before = Entry.objects.count()

    assert print_letters(actor=clerk) == []
    assert Entry.objects.count() == before


@pytest.mark.parametrize("who", ["ada", "ben", "administrator"])
def test_only_clerks_print_letters(who, request):
    with pytest.raises(Refused):
        print_letters(actor=request.getfixturevalue(who))


def test_nobody_without_a_ward_can_ask_for_a_letter(ben, cleo):
    for user in (ben, cleo):
        with pytest.raises(Refused, match="Give your postcode first"):
            ask_letter(actor=user, address="7 Oak Road")


# --- The register ---

ROWS = [
    (2, {"name": "Ben Price", "postcode": HOME}),
    (3, {"first_name": "Mo", "last_name": "Ali", "postcode": "b302ab"}),
]


def test_the_register_proves_a_residence(ben, clerk, homes, stirchley):
    upload_register(actor=clerk, label="Electors", rows=ROWS)
    give_postcode(actor=ben, postcode=HOME)

    assert verify_against_register(actor=ben, person=ben.person, name="Price, Ben") == Outcome.VERIFIED

    assert Person.objects.get(user=ben).level == Level.VERIFIED
    assert "accounts.PersonVerified" in _events(ben.person)


def test_one_line_is_one_human_being_even_over_two_uploads(ben, clerk, homes):
    upload_register(actor=clerk, label="Electors", rows=ROWS)
    give_postcode(actor=ben, postcode=HOME)
    verify_against_register(actor=ben, person=ben.person, name="Ben Price")
    upload_register(actor=clerk, label="Electors, next year", rows=ROWS)
    double = person("Benjamin", postcode="B302AA", level=Level.DECLARED)

    assert verify_against_register(actor=double.user, person=double, name="Ben Price") == Outcome.TAKEN
    assert Person.objects.get(pk=double.pk).level == Level.DECLARED


def test_who_is_not_in_the_register_is_told(ben, clerk, homes):
    upload_register(actor=clerk, label="Electors", rows=ROWS)
    give_postcode(actor=ben, postcode="B30 2AB")

    assert verify_against_register(actor=ben, person=ben.person, name="Ben Price") == Outcome.NOT_FOUND


def test_a_register_with_references_asks_for_them(ben, clerk, homes):
    upload_register(
        actor=clerk, label="Electors", rows=[(2, {"name": "Ben Price", "postcode": HOME, "reference": "AB 12"})]
    )
    give_postcode(actor=ben, postcode=HOME)

    assert verify_against_register(actor=ben, person=ben.person, name="Ben Price") == Outcome.NOT_FOUND
    assert verify_against_register(actor=ben, person=ben.person, name="Ben Price", reference="ab12") == Outcome.VERIFIED


def test_no_name_of_the_list_is_kept(clerk, homes):
    upload_register(actor=clerk, label="Electors", rows=ROWS)

    kept = str(list(RegisterLine.objects.values())) + str(list(Entry.objects.values()))
    assert "Price" not in kept
    assert "2AA" not in kept


def test_bad_lines_are_named_and_the_rest_goes_in(clerk, homes):
    rows = [*ROWS, (4, {"postcode": HOME}), (5, {"name": "A"}), (6, {"name": "B", "postcode": AWAY}), (7, ROWS[0][1])]

    upload = upload_register(actor=clerk, label="Electors", rows=rows)

    assert (upload.lines, upload.refused, [line for line, _ in upload.faults]) == (2, 4, [4, 5, 6, 7])


def test_a_list_of_which_nothing_can_be_used_replaces_nothing(clerk, homes):
    upload_register(actor=clerk, label="Electors", rows=ROWS)

    with pytest.raises(ValidationError):
        upload_register(actor=clerk, label="Nonsense", rows=[(2, {"a": "b"})])

    assert Register.objects.get(active=True).label == "Electors"


def test_an_upload_costs_the_same_for_one_and_for_three_lines(clerk, homes):
    upload_register(actor=clerk, label="Electors", rows=ROWS)
    three = [(n, {"name": f"Person {n}", "postcode": HOME}) for n in range(3)]

    costs = []
    for rows in (three[:1], three):
        with _Counting() as counted:
            upload_register(actor=clerk, label="Electors", rows=rows)
        costs.append(counted.count)

    assert costs[0] == costs[1]


class _Counting:
    def __enter__(self):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.capture = CaptureQueriesContext(connection)
        self.capture.__enter__()
        return self

    def __exit__(self, *error):
        self.capture.__exit__(*error)
        self.count = len(self.capture)


@pytest.mark.parametrize(
    ("who", "may"),
    [("ben", False), ("dov", False), ("scrutiny_officer", False), ("clerk", True), ("administrator", True)],
)
def test_the_register_is_uploaded_by_clerks_and_administrators(who, may, request, homes):
    user = request.getfixturevalue(who)

    if may:
        assert upload_register(actor=user, label="Electors", rows=ROWS).lines == 2
    else:
        with pytest.raises(Refused):
            upload_register(actor=user, label="Electors", rows=ROWS)


def test_a_clerk_can_verify_somebody_at_the_counter_and_nobody_else_can(clerk, homes, ada):
    upload_register(actor=clerk, label="Electors", rows=ROWS)
    caller = person("Ben Price", user=False, postcode="B302AA", level=Level.NONE)

    with pytest.raises(Refused):
        verify_against_register(actor=ada, person=caller, name="Ben Price")
    assert verify_against_register(actor=clerk, person=caller, name="Ben Price") == Outcome.VERIFIED
