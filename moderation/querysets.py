from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models

from core import now

if TYPE_CHECKING:
    from moderation.models import (  # noqa: F401
        Appeal,
        Block,
        Decision,
        Flag,
        Held,
        HoldRule,
        LadderStep,
        Lock,
        Measure,
        Reason,
        Removal,
        Rephrase,
        Setting,
        Template,
    )


class ReasonQuerySet(models.QuerySet["Reason"]):
    def active(self) -> "ReasonQuerySet":
        return self.filter(active=True)


class FlagQuerySet(models.QuerySet["Flag"]):
    def waiting(self) -> "FlagQuerySet":
        return self.filter(decision=None)

    def of(self, kind: str, pk: int) -> "FlagQuerySet":
        return self.filter(subject_kind=kind, subject_id=pk)

    def for_hosts(self, host_keys: Iterable[str] | None) -> "FlagQuerySet":
        """Those that these hosts decide; None for a moderator of the council, who sees all."""
        return self if host_keys is None else self.filter(host_key__in=list(host_keys))


class TemplateQuerySet(models.QuerySet["Template"]):
    def usable(self, use: str) -> "TemplateQuerySet":
        """Those that can be chosen where they are for."""
        return self.filter(use=use, active=True, reason__active=True)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def of(self, kind: str, pk: int) -> "DecisionQuerySet":
        return self.filter(subject_kind=kind, subject_id=pk)

    def hiding(self) -> "DecisionQuerySet":
        return self.filter(outcome="hide")

    def beginning(self) -> "DecisionQuerySet":
        """Those by which something was first hidden, or a block or a step began: no answer to an appeal."""
        return self.hiding().filter(answers=None)


class AppealQuerySet(models.QuerySet["Appeal"]):
    def waiting(self) -> "AppealQuerySet":
        return self.filter(answer=None)

    def for_hosts(self, host_keys: Iterable[str] | None) -> "AppealQuerySet":
        return self if host_keys is None else self.filter(decision__host_key__in=list(host_keys))

    def for_another_than(self, user_id: int | None) -> "AppealQuerySet":
        """Those that this user may answer: never against their own decision."""
        return self.exclude(decision__by=user_id) if user_id else self


class SettingQuerySet(models.QuerySet["Setting"]):
    def in_force(self) -> "SettingQuerySet":
        """Of each key the row that began last."""
        return self.filter(since__lte=now()).order_by("key", "-since", "-id").distinct("key")


class LockQuerySet(models.QuerySet["Lock"]):
    def of(self, kind: str, pk: int) -> "LockQuerySet":
        return self.filter(subject_kind=kind, subject_id=pk)

    def live(self, moment: datetime) -> "LockQuerySet":
        return self.filter(until__gt=moment)


class RephraseQuerySet(models.QuerySet["Rephrase"]):
    def open(self) -> "RephraseQuerySet":
        return self.filter(settled=None)

    def of(self, kind: str, pk: int) -> "RephraseQuerySet":
        return self.filter(subject_kind=kind, subject_id=pk)

    def back(self, day: date) -> "RephraseQuerySet":
        """Those that have come back to the moderators: the author has answered, or the day has passed without an answer."""
        return self.open().filter(models.Q(said_at__isnull=False) | models.Q(due__lt=day))

    def for_hosts(self, host_keys: Iterable[str] | None) -> "RephraseQuerySet":
        return self if host_keys is None else self.filter(host_key__in=list(host_keys))


class HeldQuerySet(models.QuerySet["Held"]):
    def waiting(self) -> "HeldQuerySet":
        return self.filter(state="waiting")

    def for_hosts(self, host_keys: Iterable[str] | None) -> "HeldQuerySet":
        """Those that these places look at; None for a moderator of the council, who sees all."""
        return self if host_keys is None else self.filter(host_key__in=list(host_keys))


class HoldRuleQuerySet(models.QuerySet["HoldRule"]):
    def active(self) -> "HoldRuleQuerySet":
        return self.filter(active=True)

    def of_place(self, host_key: str) -> "HoldRuleQuerySet":
        """Those that hold in one place, the ones for everywhere among them."""
        return self.active().filter(host_key__in=("", host_key))


class BlockQuerySet(models.QuerySet["Block"]):
    def in_force(self) -> "BlockQuerySet":
        return self.filter(ended_at=None)

    def due(self, day: date) -> "BlockQuerySet":
        """Those whose day has come."""
        return self.in_force().filter(until__lte=day)


class LadderQuerySet(models.QuerySet["LadderStep"]):
    def active(self) -> "LadderQuerySet":
        """The lowest first."""
        return self.filter(active=True).order_by("after", "id")


class RemovalQuerySet(models.QuerySet["Removal"]):
    def standing(self) -> "RemovalQuerySet":
        """Those that were not undone, and against which no appeal waits."""
        appealed = models.Q(decision__appeal__isnull=False, decision__appeal__answer__isnull=True)
        return self.filter(undone_at=None).exclude(appealed)

    def for_hosts(self, host_keys: Iterable[str] | None) -> "RemovalQuerySet":
        return self if host_keys is None else self.filter(host_key__in=list(host_keys))


class TakenStepQuerySet(models.QuerySet["Measure"]):
    def in_force(self, day: date) -> "TakenStepQuerySet":
        """Those that have neither ended nor come to their day, whether or not anybody has written that down."""
        return self.filter(ended_at=None, until__gt=day)

    def due(self, day: date) -> "TakenStepQuerySet":
        return self.filter(ended_at=None, until__lte=day)

    def for_hosts(self, host_keys: Iterable[str] | None) -> "TakenStepQuerySet":
        return self if host_keys is None else self.filter(host_key__in=list(host_keys))
