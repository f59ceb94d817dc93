import io
import json
from pathlib import Path

import pytest

from places.postcodes import compact, spaced
from places.reading import Unreadable, area_facts, csv_records, geojson_records
from places.shapes import outline

WARDS = Path(__file__).parents[3] / "shared" / "data" / "birmingham" / "wards_2018.geojson"
SQUARE = {"type": "Polygon", "coordinates": [[[0, 60], [0, 61], [1, 61], [1, 60], [0, 60]]]}


@pytest.mark.parametrize(
    ("text", "code"),
    [("b30 2aa", "B302AA"), (" B1  1BB ", "B11BB"), ("EC1A1BB", "EC1A1BB"), ("B30", ""), ("", ""), ("hello", "")],
)
def test_a_postcode_is_known_however_it_is_written(text, code):
    assert compact(text) == code


def test_a_postcode_is_shown_with_its_space():
    assert spaced("B302AA") == "B30 2AA"


def test_an_outline_is_north_up_and_as_narrow_as_its_latitude_makes_it():
    drawn = outline(SQUARE, size=100)

    assert (drawn.height, drawn.width) == (100, pytest.approx(49.3, abs=0.1))
    assert drawn.path == "M0.0 100.0L0.0 0.0L49.2 0.0L49.2 100.0Z"


@pytest.mark.parametrize("nothing", [None, {}, {"type": "Polygon", "coordinates": []}])
def test_no_boundary_is_no_outline(nothing):
    assert outline(nothing) is None


def test_features_are_read_one_by_one_with_their_lines():
    text = (
        '{"type":"FeatureCollection","features":[\n'
        + ",\n".join(
            json.dumps(
                {"type": "Feature", "properties": {"ward_code": f"E{i}", "ward_name": "x" * 50_000}, "geometry": SQUARE}
            )
            for i in range(4)
        )
        + "\n]}"
    )

    found = list(geojson_records(io.StringIO(text)))

    assert [(line, raw["ward_code"]) for line, raw in found] == [(2, "E0"), (3, "E1"), (4, "E2"), (5, "E3")]
    assert found[0][1]["boundary"] == SQUARE


@pytest.mark.parametrize("text", ["", "[]", '{"features":[{"a":', '{"features": 3}', '{"features":[{"a":1}'])
def test_a_file_that_is_no_feature_collection_says_so(text):
    with pytest.raises(Unreadable):
        list(geojson_records(io.StringIO(text)))


def test_rows_of_a_csv_carry_their_lines():
    found = list(csv_records(io.StringIO("code,name,population\nE1,Aston,\n\nE2,Oscott,12\n")))

    assert found == [(2, {"code": "E1", "name": "Aston"}), (4, {"code": "E2", "name": "Oscott", "population": "12"})]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"name": "Aston"}, "no code"),
        ({"code": "E1"}, "no name"),
        ({"code": "E" * 13, "name": "Aston"}, "longer than 12"),
        ({"code": "E1", "name": "Aston", "kind": "zone"}, "kind 'zone'"),
        ({"code": "E1", "name": "Aston", "population": "many"}, "not a whole number"),
        ({"code": "E1", "name": "Aston", "valid_from": "3 May"}, "not a date"),
    ],
)
def test_a_bad_row_says_what_is_wrong(raw, words):
    with pytest.raises(ValueError, match=words):
        area_facts(raw, kind="ward")


@pytest.mark.skipif(not WARDS.exists(), reason=f"the real boundaries are not at hand ({WARDS.name})")
def test_real_wards_are_read_and_drawn():
    with WARDS.open(encoding="utf-8") as source:
        found = [raw for _line, raw in geojson_records(source)]

    assert len(found) == 69
    assert all(len(outline(raw["boundary"]).path) > 50 for raw in found)
