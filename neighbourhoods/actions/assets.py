"""Entries of the directory: added, written anew, checked again, reported, closed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.queries import person_of
from clocks.actions import set_deadline
from core import now, today
from core.states import StateConflict
from core.text import one_line, render, sort_key
from core.verdicts import Refused, no, require
from ledger.actions import record
from neighbourhoods.events import AssetAdded, AssetChecked, AssetClosed, AssetEdited, AssetReported
from neighbourhoods.models import Asset, AssetKind, AssetReport
from neighbourhoods.policies import (
    may_add_asset,
    may_check_asset,
    may_close_asset,
    may_edit_asset,
    may_report_asset,
)
from places.models import Area
from search import actions as search

KIND = "neighbourhoods.asset"
RULE = "neighbourhoods.check"


@transaction.atomic
def add_asset(*, actor: Any, kind: AssetKind, name: str, offers: str, ward: Area | None = None, **more: Any) -> Asset:
    """The entry is public and counts as checked today; who adds it keeps it. `more`: address, postcode, accessibility, contact, web, topics."""
    require(may_add_asset(actor))
    facts = _facts(kind=kind, name=name, offers=offers, ward=ward, **more)
    day = today()
    made = Asset.objects.create(**facts, keeper=person_of(actor), checked_on=day, check_by=day, created_at=now())
    made.check_by = _due(made, day)
    made.save(update_fields=("check_by",))
    event = AssetAdded(made.pk, area_id=made.ward_id, check_by=made.check_by.isoformat())
    record(event, actor=actor, subject=made)
    return made


@transaction.atomic
def edit_asset(
    *, actor: Any, asset: Asset, kind: AssetKind, name: str, offers: str, ward: Area | None = None,
    seen: int | None = None, **more: Any,
) -> Asset:  # fmt: skip
    """The entry says this from now on, and counts as checked: what was reported about it is settled.

    `seen` is the version the writer had before them: raises StateConflict where somebody else wrote meanwhile.
    """
    held = _held(asset)
    require(may_edit_asset(actor, held))
    if seen is not None and seen != held.version:
        raise StateConflict
    for field, value in _facts(kind=kind, name=name, offers=offers, ward=ward, **more).items():
        setattr(held, field, value)
    _vouch(held)
    event = AssetEdited(held.pk, check_by=held.check_by.isoformat())
    record(event, actor=actor, subject=held)
    return held


@transaction.atomic
def check_asset(*, actor: Any, asset: Asset) -> Asset:
    """Somebody who keeps it says that it is still right, today; what was reported about it is settled."""
    held = _held(asset)
    require(may_check_asset(actor, held))
    _vouch(held)
    record(AssetChecked(held.pk, check_by=held.check_by.isoformat()), actor=actor, subject=held)
    return held


@transaction.atomic
def report_asset(*, actor: Any, asset: Asset, text: str) -> AssetReport:
    """The entry is marked until it is checked, and those who keep it are told. One person says it once at a time."""
    held = _held(asset)
    require(may_report_asset(actor, held))
    try:
        with transaction.atomic():
            made = AssetReport.objects.create(asset=held, by=actor, text=text.strip(), at=now())
    except IntegrityError as error:
        raise Refused(no(_("You have said so. Those who keep the entry have been told."))) from error
    if held.reported_at is None:
        held.reported_at = made.at
        held.save(update_fields=("reported_at",))
    record(AssetReported(held.pk, report_id=made.pk), actor=actor, subject=held)
    return made


@transaction.atomic
def close_asset(*, actor: Any, asset: Asset) -> Asset:
    """What it names is no more: it leaves the list and keeps its page."""
    held = _held(asset)
    require(may_close_asset(actor, held))
    held.closed_on = today()
    held.version += 1
    held.save(update_fields=("closed_on", "version"))
    _settle_reports(held)
    record(AssetClosed(held.pk), actor=actor, subject=held)
    return held


def index_asset(*, asset_id: int) -> None:
    """The search knows the entry as it stands, or does not know it."""
    asset = Asset.objects.listed().filter(pk=asset_id).first()
    if asset is None:
        search.withdraw(subject_kind=KIND, subject_id=asset_id)
        return
    search.index(
        subject_kind=KIND,
        subject_id=asset.pk,
        title=asset.name,
        body=f"{asset.offers}\n\n{' '.join(asset.topics)}".strip(),
        url=asset.address_on_the_web,
        at=asset.created_at,
        area_id=asset.ward_id,
    )


def _held(asset: Asset) -> Asset:
    return Asset.objects.select_for_update(of=("self",)).select_related("kind").get(pk=asset.pk)


def _vouch(asset: Asset) -> None:
    """Checked today by who acts, until the clock runs out again."""
    asset.checked_on = today()
    asset.check_by = _due(asset, asset.checked_on)
    asset.reported_at = None
    asset.version += 1
    asset.save()
    _settle_reports(asset)


def _due(asset: Asset, start: date) -> date:
    return set_deadline(subject=asset, rule=RULE, start=start).due


def _settle_reports(asset: Asset) -> None:
    AssetReport.objects.waiting().filter(asset=asset).update(settled_at=now())


def _facts(
    *, kind: AssetKind, name: str, offers: str, ward: Area | None, address: str = "", postcode: str = "",
    accessibility: str = "", contact: str = "", web: str = "", topics: Iterable[str] = (),
) -> dict[str, Any]:  # fmt: skip
    name = one_line(name)
    return {
        "kind": kind, "name": name, "sort_key": sort_key(name)[:140], "offers": offers.strip(), "offers_html": render(offers),
        "ward": ward, "address": one_line(address), "postcode": postcode,
        "accessibility": accessibility.strip(), "accessibility_html": render(accessibility),
        "contact": one_line(contact), "web": web, "topics": list(topics),
    }  # fmt: skip
