"""The only room that changes the map."""

from places.actions.areas import Changed, add_area, add_areas, add_postcodes, add_succession, set_boundaries
from places.actions.imports import Report, demo_postcodes, import_areas, import_postcodes, load_birmingham

__all__ = [
    "Changed",
    "Report",
    "add_area",
    "add_areas",
    "add_postcodes",
    "add_succession",
    "demo_postcodes",
    "import_areas",
    "import_postcodes",
    "load_birmingham",
    "set_boundaries",
]
