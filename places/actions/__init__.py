"""The only room that changes the map."""

from places.actions.areas import Changed, add_area, add_areas, add_postcodes, add_succession, set_boundaries
from places.actions.imports import Report, demo_postcodes, import_areas, import_postcodes, load_birmingham
from places.actions.population import add_population, birmingham_population, read_population

__all__ = [
    "Changed",
    "Report",
    "add_area",
    "add_areas",
    "add_population",
    "add_postcodes",
    "add_succession",
    "birmingham_population",
    "demo_postcodes",
    "import_areas",
    "import_postcodes",
    "load_birmingham",
    "read_population",
    "set_boundaries",
]
