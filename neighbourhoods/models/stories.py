"""The story of an area, in versions, each with its sources."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from neighbourhoods.states import SpeaksAs

PARTS = ("history", "groups", "languages", "issues")


class Story(models.Model):
    """That an area has a story, and which version stands."""

    area = models.OneToOneField("places.Area", models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=0)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("story of a place")
        verbose_name_plural = _("stories of places")

    def __str__(self) -> str:
        return f"the story of {self.area_id}"


class StoryVersion(models.Model):
    """The story as it stood: four parts in Markdown, and what was changed."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    history = models.TextField(blank=True)
    groups = models.TextField(blank=True)
    languages = models.TextField(blank=True)
    issues = models.TextField(blank=True)
    history_html = models.TextField(blank=True)
    groups_html = models.TextField(blank=True)
    languages_html = models.TextField(blank=True)
    issues_html = models.TextField(blank=True)
    why = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=("story", "version"), name="story_version"),)

    def __str__(self) -> str:
        return f"{self.story_id} v{self.version}"


class Source(models.Model):
    """Where something in one version is taken from, and who speaks there."""

    version = models.ForeignKey(StoryVersion, models.PROTECT, related_name="sources")
    number = models.PositiveSmallIntegerField()  # as the text names it: [1]
    title = models.CharField(max_length=200)
    address = models.URLField(max_length=500, blank=True)
    date = models.DateField(null=True, blank=True)
    speaks = models.CharField(max_length=20, choices=SpeaksAs.choices)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("version", "number"), name="source_number"),)

    def __str__(self) -> str:
        return self.title
