"""How many people live where, in the demonstration: by ward and by age as they were counted, by kind invented."""

from datetime import date

from places.actions import add_population, birmingham_population

CITY = "E08000025"
CENSUS = "Office for National Statistics, Census 2021, the wards of Birmingham together"
AGES = (
    ("age:under_16", 255_296),
    ("age:16_24", 163_732),
    ("age:25_34", 167_441),
    ("age:35_49", 222_669),
    ("age:50_64", 185_282),
    ("age:65_plus", 150_483),
)
KINDS = (("kind:service_user", 118_000), ("kind:service_worker", 41_000))
INVENTED = "Invented for the demonstration: no register counts them"


def counted() -> None:
    """Figures to compare with, each with its source."""
    birmingham_population()
    day = date(2021, 3, 21)
    add_population(actor=None, figures=[(CITY, *one) for one in AGES], source=CENSUS, as_of=day)
    add_population(actor=None, figures=[(CITY, *one) for one in KINDS], source=INVENTED, as_of=day)
