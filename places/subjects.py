from core import subjects
from core.subjects import Subject
from places.models import Area
from places.queries import areas_by_id


def _describe(ids: list[int]) -> dict[int, Subject]:
    return {pk: Subject("places.area", pk, area.name, area.path) for pk, area in areas_by_id(ids).items()}


subjects.register(Area, _describe)
