import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Sum

from core.verdicts import Refused
from ledger.models import Entry
from places.actions import add_area, add_postcodes, add_succession, import_areas, load_birmingham
from places.models import Area, Postcode
from places.queries import Heir, area_list, successors_of, ward_of_postcode, wards
from places.reading import csv_records

WARDS = Path(__file__).parents[3] / "shared" / "data" / "birmingham" / "wards_2018.geojson"

pytestmark = pytest.mark.django_db


def test_birmingham_has_its_wards_seats_and_electors():
    load_birmingham()

    found = Area.objects.wards().aggregate(Count("id"), Sum("seats"), Sum("electorate"), Sum("population"))
    assert list(found.values()) == [69, 101, 734_692, 1_183_618]
    assert Area.objects.filter(kind="constituency").count() == 10
    assert all(ward.parent_id and ward.best_fit for ward in wards())


def test_loading_twice_changes_nothing():
    load_birmingham()
    before = (Entry.objects.count(), Area.objects.count(), Postcode.objects.count())

    report = load_birmingham()

    assert (report.added, report.changed, report.errors) == (0, 0, [])
    assert (Entry.objects.count(), Area.objects.count(), Postcode.objects.count()) == before


def test_each_ward_has_a_demonstration_postcode():
    load_birmingham()

    assert ward_of_postcode("b30 9zz").name == "Stirchley"
    assert Postcode.objects.values("ward").distinct().count() == 69


def test_wards_keep_the_plain_address_and_others_say_what_they_are():
    load_birmingham()

    assert set(Area.objects.filter(name="Edgbaston").values_list("kind", "slug")) == {
        ("ward", "edgbaston"),
        ("constituency", "edgbaston-constituency"),
    }


def test_bad_rows_are_left_out_and_named_by_their_line():
    text = "code,name,kind,parent\nE1,Aston,ward,\nE2,,ward,\nE3,Oscott,ward,E9\nE4,Quinton,ward,E1\n"

    report = import_areas(actor=None, records=csv_records(io.StringIO(text)))

    assert (report.added, [line for line, _reason in report.errors]) == (2, [3, 4])
    assert Area.objects.get(code="E4").parent.code == "E1"


def test_a_changed_row_is_brought_up_to_date_and_keeps_its_address():
    area = add_area(actor=None, kind="ward", code="E1", name="Aston", vintage="2018")

    again = add_area(actor=None, kind="ward", code="E1", name="Aston Manor", vintage="2018", population=5)

    assert (again.pk, again.slug, again.name, again.population) == (area.pk, "aston", "Aston Manor", 5)


def test_only_administrators_change_the_map(clerk, administrator):
    with pytest.raises(Refused):
        add_area(actor=clerk, kind="ward", code="E1", name="Aston")

    assert add_area(actor=administrator, kind="ward", code="E1", name="Aston").name == "Aston"


def test_a_postcode_can_move_to_another_ward(stirchley, aston):
    add_postcodes(actor=None, rows=[("B30 2AA", stirchley)])

    done = add_postcodes(actor=None, rows=[("b302aa", aston), ("B6 1AA", aston)])

    assert (done.added, done.changed, ward_of_postcode("B30 2AA")) == (1, 1, aston)


def test_a_boundary_review_is_followed_to_the_areas_of_today():
    old = add_area(actor=None, kind="ward", code="E1", name="Old", valid_to=date(2004, 5, 1))
    middle = add_area(
        actor=None, kind="ward", code="E2", name="Middle", valid_from=date(2004, 5, 1), valid_to=date(2018, 5, 3)
    )
    north = add_area(actor=None, kind="ward", code="E3", name="North", valid_from=date(2018, 5, 3))
    south = add_area(actor=None, kind="ward", code="E4", name="South", valid_from=date(2018, 5, 3))
    add_succession(actor=None, old=old, new=middle, share=0.8)
    add_succession(actor=None, old=old, new=south, share=0.2)
    add_succession(actor=None, old=middle, new=north, share=0.5)
    add_succession(actor=None, old=middle, new=south, share=0.5)

    heirs = {heir.area.name: round(heir.share, 4) for heir in successors_of(old)}

    assert heirs == {"North": 0.4, "South": 0.6}
    assert successors_of(north) == [Heir(north, 1.0)]
    assert [area.name for area in area_list()] == ["North", "South"]


def test_the_command_names_a_file_that_it_cannot_read(tmp_path):
    broken = tmp_path / "wards.geojson"
    broken.write_text('{"features": [{"type":')

    with pytest.raises(CommandError, match=r"wards\.geojson: line 1"):
        call_command("import_areas", broken)


def test_postcodes_come_in_from_a_national_file(tmp_path, stirchley, capsys):
    table = tmp_path / "onspd.csv"
    table.write_text("pcds,osward\nB30 2AA,E05011172\nM1 1AE,E05000001\nnonsense,E05011172\n")

    call_command("import_postcodes", table)

    said = capsys.readouterr()
    assert said.out == "1 added, 0 changed, 0 as before, 1 in wards that are not ours, 1 left out\n"
    assert said.err == "line 4: left out, 'nonsense' is not a postcode\n"


@pytest.mark.skipif(not WARDS.exists(), reason=f"the real boundaries are not at hand ({WARDS.name})")
def test_real_boundaries_join_the_areas(capsys):
    load_birmingham()

    call_command("import_areas", WARDS, "--vintage", "2018")
    call_command("import_areas", WARDS, "--vintage", "2018")

    assert Area.objects.wards().filter(boundary=None).count() == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("0 added, 0 changed, 69 as before")
