"""A prepared query answers as the queryset that it was made of."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Upper
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from core.keyset import Pages, encode, paginate
from core.prepared import Prepared, slot
from places.models import Area
from tests.cast import ASTON, person, ward

pytestmark = pytest.mark.django_db


def test_records_come_with_what_is_selected_along_and_cost_one_query():
    ada, ben = person("Ada", level=3), person("Ben", level=1)
    prepared = Prepared(
        lambda: (
            Person.objects.select_related("ward", "user")
            .defer("ward__boundary")
            .filter(name=slot("name"))
            .order_by("pk")
        )
    )

    with CaptureQueriesContext(connection) as captured:
        found, nowhere = prepared.one(name="Ada"), prepared.one(name="Ben")
        shown = (found.ward.name, found.user.email, nowhere.ward)

    assert shown == ("Stirchley", ada.user.email, None)
    assert (found, nowhere) == (ada, ben)
    assert len(captured) == 2


def test_deferred_columns_stay_deferred_and_can_still_be_read():
    person("Ada", level=3, address="1 High Street")
    prepared = Prepared(lambda: Person.objects.defer("address").filter(name=slot("name")))

    found = prepared.one(name="Ada")

    assert found.get_deferred_fields() == {"address"}
    assert found.address == "1 High Street"


@pytest.mark.parametrize("planned", [True, False])
def test_what_never_varies_is_written_into_the_query(planned):
    ada, ben = person("Ada 100% 'So'", level=3), person("Ben 100% 'So'", level=3)
    prepared = Prepared(
        lambda: Person.objects.filter(name__endswith=" 100% 'So'", level=3, pk=slot("pk")), planned=planned
    )

    found = prepared.all(pk=ada.pk), prepared.all(pk=ben.pk), prepared.all(pk=0)

    assert found == ([ada], [ben], [])
    assert prepared._plan.slots == ["pk"]


def test_values_are_named_tuples_with_annotations_and_converted_columns():
    Area.objects.filter(pk=ward(*ASTON).pk).update(boundary={"type": "Point"})
    prepared = Prepared(
        lambda: (
            Area.objects.annotate(loud=Upper(F("name")))
            .filter(name=slot("name"))
            .values_list("name", "boundary", "loud", named=True)
        )
    )

    row = prepared.one(name="Aston")

    assert (row.name, row.boundary, row.loud) == ("Aston", {"type": "Point"}, "ASTON")


def test_annotations_stand_on_records_too():
    ward()
    prepared = Prepared(lambda: Area.objects.annotate(here=Value("yes")).filter(name=slot("name")))

    assert prepared.one(name="Stirchley").here == "yes"


def test_each_asking_has_its_own_values_and_hostile_ones_stay_values():
    person("Ada"), person("Ben")
    prepared = Prepared(lambda: Person.objects.filter(name=slot("name")).order_by("pk"))

    answers = [[one.name for one in prepared.all(name=name)] for name in ("Ada", "Ben", "' OR 1=1 --", "100%s")]

    assert answers == [["Ada"], ["Ben"], [], []]


def test_a_slot_without_a_value_is_an_error():
    prepared = Prepared(lambda: Person.objects.filter(name=slot("name")))

    with pytest.raises(KeyError):
        prepared.all()


def test_prepared_pages_are_those_of_paginate_in_both_directions_and_for_hostile_cursors():
    for number in range(7):
        person(f"Person {number}", level=number % 3)
    order = ("-level", "pk")
    pages = Pages(lambda: Person.objects.filter(invented=slot("invented")), order, size=3)
    rows = Person.objects.filter(invented=True)

    first = pages.page(invented=True)
    second = pages.page(invented=True, after=first.next_cursor)
    back = pages.page(invented=True, before=second.previous_cursor)
    forged = pages.page(invented=True, before=encode(["high", "low"]))

    assert first == paginate(rows, order, size=3) == back == forged
    assert second == paginate(rows, order, after=first.next_cursor, size=3)
    assert [one.level for one in first.rows + second.rows] == [2, 2, 1, 1, 0, 0]
    assert (first.previous_cursor, bool(second.next_cursor)) == ("", True)


@pytest.mark.parametrize("values", [["x", 1], [1], [1, "y"], "no list", [None, None], [{"a": 1}, 2]])
def test_a_cursor_that_somebody_wrote_themselves_is_taken_as_none(values):
    person("Ada")

    found = paginate(
        Person.objects.all(), ("-created_at", "-pk"), after=encode(values) if values != "no list" else "zz"
    )

    assert [one.name for one in found.rows] == ["Ada"]


def test_a_planned_query_answers_alike_and_its_plan_stays_with_the_server():
    person("Ada", level=3), person("Ben")
    prepared = Prepared(lambda: Person.objects.select_related("ward").filter(name=slot("name")), planned=True)

    with CaptureQueriesContext(connection) as captured:
        found = [[one.level for one in prepared.all(name=name)] for name in ("Ada", "nobody", "' OR 1=1 --", "100%s")]

    assert found == [[3], [], [], []]
    assert len(captured) == 4
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%accounts_person%'")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("planned", [False, True])
def test_each_thread_asks_over_its_own_connection(planned):
    person("Ada")
    prepared = Prepared(lambda: Person.objects.filter(name=slot("name")), planned=planned)
    prepared.one(name="Ada")

    def ask():
        try:
            return prepared.one(name="Ada").name
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(ask).result() == "Ada"
