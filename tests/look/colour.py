"""oklch to contrast, in as few lines as it takes. Björn Ottosson's matrices for OKLab; the WCAG 2 formula for contrast."""

import math
import re

_PAIR = re.compile(r"--([\w-]+):\s*(?:light-dark\(\s*oklch\(([^)]*)\)\s*,\s*oklch\(([^)]*)\)\s*\)|oklch\(([^)]*)\))")


def tokens(css):
    """{name: (light, dark)} with each colour as relative luminance."""
    found = {}
    for name, light, dark, both in _PAIR.findall(css):
        found[name] = (luminance(light or both), luminance(dark or both))
    return found


def luminance(oklch):
    lightness, chroma, hue = (float(part.rstrip("%")) for part in oklch.split())
    lightness /= 100
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long, medium, short = (
        (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
        (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
        (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3,
    )
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    red, green, blue = (min(max(part, 0.0), 1.0) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
