"""The closed lists of this app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SpeaksAs(models.TextChoices):
    """Who speaks in a source, so that a reader can weigh it."""

    RESIDENTS = "residents", _("people who live here")
    OFFICIAL = "official", _("the council or another public body")
    PRESS = "press", _("a newspaper or a broadcaster")
    RESEARCH = "research", _("a researcher or an archive")
    ORGANISATION = "organisation", _("an organisation")
