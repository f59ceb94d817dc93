"""How an app of the house registers: its registering rooms are imported once every app is loaded."""

from importlib import import_module, util
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import trans_real

ROOMS = ("subjects", "sentences", "personal", "notices", "subscribers", "desk")


class HouseApp(AppConfig):
    """An app whose `subjects`, `sentences`, `personal`, `notices`, `subscribers` and `desk` rooms register themselves at start."""

    default_auto_field = "django.db.models.BigAutoField"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # An app's `apps` room sees two configurations, this one and its own; Django takes neither unless told which.
        super().__init_subclass__(**kwargs)
        cls.default = True

    def ready(self) -> None:
        for room in ROOMS:
            if util.find_spec(f"{self.name}.{room}"):
                import_module(f"{self.name}.{room}")


class CoreConfig(AppConfig):
    name = "core"
    default = True

    def ready(self) -> None:
        # Our sentences stand in the code in English, so that no catalogue holds them: without this, each of them is looked for
        # in one empty English catalogue after another, some forty times a page.
        english: Any = trans_real.translation(settings.LANGUAGE_CODE)
        english._fallback = None
