"""The community asset directory: what people here already have, and when somebody last looked."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _, override

from core import today
from moderation.models import Moderated
from neighbourhoods.querysets import AssetQuerySet, AssetReportQuerySet


class AssetKind(models.Model):
    """What sort of thing an entry is: the council's list, as data."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=80)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class Asset(Moderated):
    """An organisation, a place or a group, and what it offers. Everything here is public; never a private home."""

    kind = models.ForeignKey(AssetKind, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=140)
    offers = models.TextField()
    offers_html = models.TextField(blank=True)
    ward = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")  # none: the city
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=8, blank=True)  # in capitals, without its space
    accessibility = models.TextField(blank=True)
    accessibility_html = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    web = models.URLField(max_length=300, blank=True)
    topics = models.JSONField(default=list, blank=True)
    keeper = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    checked_on = models.DateField()
    check_by = models.DateField()  # from the next day on nobody vouches for it
    reported_at = models.DateTimeField(null=True, blank=True)  # somebody says that it is out of date
    closed_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)  # goes up with every change, for who writes at the same time

    objects = AssetQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the directory")
        verbose_name_plural = _("community assets")
        ordering = ("sort_key", "id")
        indexes = (
            models.Index(fields=("ward", "sort_key", "id"), name="asset_ward"),
            models.Index(fields=("kind", "sort_key", "id"), name="asset_kind"),
            models.Index(fields=("sort_key", "id"), name="asset_name"),
            models.Index(fields=("check_by",), condition=models.Q(closed_on=None), name="asset_check_by"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(check_by__gte=models.F("checked_on")), name="asset_checked_before_next"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def address_on_the_web(self) -> str:
        """The permanent path, without a language prefix."""
        with override(settings.LANGUAGE_CODE):
            return reverse("neighbourhoods:asset", args=[self.pk])

    @property
    def is_overdue(self) -> bool:
        return self.check_by < today()

    @property
    def is_stale(self) -> bool:
        """Whether a reader should ask before they go there."""
        return self.reported_at is not None or self.is_overdue

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None


class AssetReport(models.Model):
    """Somebody says what is out of date. Settled when the entry is checked or written anew."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="reports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = AssetReportQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("asset", "by"), condition=models.Q(settled_at=None), name="asset_report_waits_once"
            ),
        )

    def __str__(self) -> str:
        return f"report about {self.asset_id}"
