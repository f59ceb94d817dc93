"""Decisions have a page that anybody may read; reports have none. A person's public name is for moderators and for its bearer."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import Role
from accounts.queries import has_role, users_with_role
from core import subjects
from core.subjects import Subject
from core.verdicts import Verdict
from moderation import authors, bars, hosts, keys, names, numbers, pauses  # noqa: F401 -- bars, names, numbers and pauses register with floors below
from moderation.actions.arrivals import settled
from moderation.actions.blocks import block_follows
from moderation.actions.ladder import measure_follows
from moderation.actions.profiles import COUNCIL, name_follows
from moderation.models import Block, Decision, Held, HoldRule, Measure, MonthReport, Profile, Reason, Setting
from moderation.policies import may_moderate_council


def describe(ids: list[int]) -> dict[int, Subject]:
    rows = list(Decision.objects.filter(pk__in=ids).only("subject_kind", "subject_id"))
    about = subjects.describe((row.subject_kind, row.subject_id) for row in rows)
    return {row.pk: _described(row, about.get((row.subject_kind, row.subject_id))) for row in rows}


def _described(row: Decision, about: Subject | None) -> Subject:
    label = about.label if about is not None and about.public else _("something that was written here")
    return Subject("moderation.decision", row.pk, label, reverse("moderation:decision", args=[row.pk]))


def profiles(ids: list[int]) -> dict[int, Subject]:
    rows = Profile.objects.filter(pk__in=ids).select_related("person").only("person__name", "withheld")
    return {
        row.pk: Subject(
            "moderation.profile",
            row.pk,
            _("the name “%(name)s”") % {"name": row.withheld or row.person.name},
            reverse("moderation:content", args=["moderation.profile", row.pk]),
            public=False,
        )
        for row in rows
    }


def _who_sees_profiles(user: Any, ids: list[int]) -> set[int]:
    if has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return set(ids)
    if not getattr(user, "is_authenticated", False):
        return set()
    return set(Profile.objects.filter(pk__in=ids, person__user=user).values_list("pk", flat=True))


def _moderate_profile(user: Any, profile: Profile) -> Verdict:
    return may_moderate_council(user)


def _named(profile: Profile) -> list[int]:
    return [profile.person.user_id] if profile.person.user_id else []


def reasons(ids: list[int]) -> dict[int, Subject]:
    rows = Reason.objects.filter(pk__in=ids)
    url = f"{reverse('moderation:figures')}#reasons"
    return {row.pk: Subject("moderation.reason", row.pk, row.title, url) for row in rows}


subjects.register(Decision, describe)
subjects.register(Reason, reasons)
subjects.register(Profile, profiles, _who_sees_profiles)
authors.register(Profile, _named)
hosts.register(
    Profile,
    key=lambda profile: COUNCIL,
    may_moderate=_moderate_profile,
    words=lambda profile: format_html("<p>{}</p>", profile.withheld or profile.person.name),
    moderators=lambda profile: users_with_role(Role.MODERATOR),
    rows=lambda: Profile.objects.select_related("person"),
    decided=name_follows,
)


def held(ids: list[int]) -> dict[int, Subject]:
    rows = Held.objects.filter(pk__in=ids).values_list("pk", "title")
    return {
        pk: Subject("moderation.held", pk, title, reverse("moderation:held", args=[pk]), public=False)
        for pk, title in rows
    }


def _who_sees_held(user: Any, ids: list[int]) -> set[int]:
    """Its author, and who moderates the place."""
    rows = Held.objects.filter(pk__in=ids).values_list("pk", "by_id", "host_key")
    if not getattr(user, "is_authenticated", False):
        return set()
    places = {key: bool(keys.may_moderate(user, key)) for key in {key for _pk, _by, key in rows}}
    return {pk for pk, by, key in rows if by == user.pk or places[key]}


def _moderate_held(user: Any, one: Held) -> Verdict:
    return keys.may_moderate(user, one.host_key)


subjects.register(Held, held, _who_sees_held)
authors.register(Held, lambda one: [one.by_id])
hosts.register(
    Held,
    key=lambda one: one.host_key,
    may_moderate=_moderate_held,
    words=lambda one: one.words,
    moderators=lambda one: keys.moderators(one.host_key),
    outcomes={"keep": gettext_lazy("Publish it"), "hide": gettext_lazy("Do not publish it")},
    decided=settled,
)


def blocks(ids: list[int]) -> dict[int, Subject]:
    return {
        pk: Subject("moderation.block", pk, _("a blocked account"), reverse("moderation:blocks"), public=False)
        for pk in ids
    }


def _who_sees_blocks(user: Any, ids: list[int]) -> set[int]:
    if has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return set(ids)
    if not getattr(user, "is_authenticated", False):
        return set()
    return set(Block.objects.filter(pk__in=ids, person__user=user).values_list("pk", flat=True))


def _moderate_block(user: Any, block: Block) -> Verdict:
    return may_moderate_council(user)


def _blocked(block: Block) -> list[int]:
    return [block.person.user_id] if block.person.user_id else []


subjects.register(Block, blocks, _who_sees_blocks)
authors.register(Block, _blocked)
hosts.register(
    Block,
    key=lambda block: COUNCIL,
    may_moderate=_moderate_block,
    words=lambda block: format_html("<p>{}</p>", block.person.name),
    moderators=lambda block: users_with_role(Role.MODERATOR),
    rows=lambda: Block.objects.select_related("person__user"),
    outcomes={"restore": gettext_lazy("End the block")},
    decided=block_follows,
)


def measures(ids: list[int]) -> dict[int, Subject]:
    """Each leads to the decision that holds the reason, with the appeal."""
    rows = Decision.objects.filter(subject_kind="moderation.measure", subject_id__in=ids).beginning()
    pages = dict(rows.values_list("subject_id", "pk"))
    urls = {pk: reverse("moderation:decision", args=[pages[pk]]) if pk in pages else "" for pk in ids}
    return {pk: Subject("moderation.measure", pk, _("a moderator's step"), urls[pk], public=False) for pk in ids}


def _who_sees_measures(user: Any, ids: list[int]) -> set[int]:
    """The one it was taken for, and who moderates the place."""
    if not getattr(user, "is_authenticated", False):
        return set()
    rows = list(Measure.objects.filter(pk__in=ids).values_list("pk", "person__user_id", "host_key"))
    places = {key: bool(keys.may_moderate(user, key)) for key in {key for _pk, _whose, key in rows}}
    return {pk for pk, whose, key in rows if whose == user.pk or places[key]}


subjects.register(Measure, measures, _who_sees_measures)
authors.register(Measure, lambda one: [one.person.user_id] if one.person.user_id else [])
hosts.register(
    Measure,
    key=lambda one: one.host_key,
    may_moderate=lambda user, one: keys.may_moderate(user, one.host_key),
    words=lambda one: format_html("<p>{}</p>", one.step.words),
    moderators=lambda one: keys.moderators(one.host_key),
    rows=lambda: Measure.objects.select_related("person__user", "step"),
    outcomes={"restore": gettext_lazy("Undo the step"), "hide": gettext_lazy("The step stands")},
    decided=measure_follows,
)


def months(ids: list[int]) -> dict[int, Subject]:
    rows = MonthReport.objects.filter(pk__in=ids).only("month")
    words = _("moderation in %(month)s")
    return {
        row.pk: Subject("moderation.monthreport", row.pk, words % {"month": str(row)}, reverse("moderation:figures"))
        for row in rows
    }


subjects.register(MonthReport, months)


def settings(ids: list[int]) -> dict[int, Subject]:
    rows = Setting.objects.filter(pk__in=ids)
    return {row.pk: Subject("moderation.setting", row.pk, row.title or row.key, row.get_absolute_url()) for row in rows}


subjects.register(Setting, settings)


def hold_rules(ids: list[int]) -> dict[int, Subject]:
    rows = list(HoldRule.objects.filter(pk__in=ids))
    places, url = keys.labels({row.host_key for row in rows}), reverse("moderation:hold_rules")
    words = {row.pk: {"what": row.what, "where": places.get(row.host_key, _("everywhere"))} for row in rows}
    return {pk: Subject("moderation.holdrule", pk, _("%(what)s (%(where)s)") % said, url) for pk, said in words.items()}


subjects.register(HoldRule, hold_rules)
