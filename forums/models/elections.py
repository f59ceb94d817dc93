"""The weeks before an election.

[K] The Local Government Act 1986, section 2, and the Code of Recommended Practice on Local Authority Publicity ask a council
for care in this time. Both are told here from knowledge: a person checks them, and the dates, for each election.
"""

from django.conf import settings
from django.db import models
from django.urls import reverse

from forums.querysets import PreElectionQuerySet


class PreElection(models.Model):
    """From its first day to its last (polling day), in some areas or in the whole council. It begins and ends by itself."""

    begins = models.DateField()
    ends = models.DateField()
    areas = models.ManyToManyField("places.Area", related_name="+", blank=True)  # none: the whole council
    source = models.CharField(max_length=300)  # where the date comes from
    pauses = models.BooleanField(default=False)  # forums rest meanwhile
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PreElectionQuerySet.as_manager()

    class Meta:
        ordering = ("-begins", "-id")
        constraints = (
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("begins")), name="pre_election_lasts"),
            models.CheckConstraint(condition=~models.Q(source=""), name="pre_election_has_a_source"),
        )
        indexes = (models.Index(fields=("begins",), condition=models.Q(ended_at=None), name="pre_election_open"),)

    def __str__(self) -> str:
        return f"{self.begins} to {self.ends}"

    def get_absolute_url(self) -> str:
        return f"{reverse('forums:elections')}#election-{self.pk}"
