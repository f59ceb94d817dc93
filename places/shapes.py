"""The outline of an area as an SVG path. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

Point = Sequence[float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A path for `<path d>` within `<svg viewBox>`."""

    path: str
    width: float
    height: float

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width:g} {self.height:g}"


def outline(geometry: Mapping[str, Any] | None, *, size: float = 160) -> Outline | None:
    """A GeoJSON Polygon or MultiPolygon (longitude, latitude) drawn north up, its longer side `size`; None where there is none.

    Equirectangular about the middle latitude: true enough for a town. Points closer than a third of a unit to the one before fall away.
    """
    rings = list(_rings(geometry))
    points = [point for ring in rings for point in ring]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    narrow = cos(radians((south + north) / 2))
    across, down = (east - west) * narrow, north - south
    scale = size / max(across, down) if max(across, down) > 0 else 1.0
    drawn = [_draw([((p[0] - west) * narrow * scale, (north - p[1]) * scale) for p in ring]) for ring in rings]
    return Outline("".join(drawn), round(across * scale, 1), round(down * scale, 1))


def _rings(geometry: Mapping[str, Any] | None) -> Iterator[list[Point]]:
    if not geometry:
        return
    coordinates = geometry.get("coordinates") or []
    polygons = [coordinates] if geometry.get("type") == "Polygon" else coordinates
    for polygon in polygons:
        yield from (ring for ring in polygon if len(ring) > 2)


def _draw(ring: list[tuple[float, float]]) -> str:
    kept = [ring[0]]
    for x, y in ring[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1 / 3:
            kept.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"
