from portal.views.desks import desk, role_desk
from portal.views.numbers import number, numbers, set_number
from portal.views.own import me
from portal.views.places import area, forum
from portal.views.plain import accessibility, open_data, privacy
from portal.views.public import figures, home, owed

__all__ = [
    "accessibility",
    "area",
    "desk",
    "figures",
    "forum",
    "home",
    "me",
    "number",
    "numbers",
    "open_data",
    "owed",
    "privacy",
    "role_desk",
    "set_number",
]
