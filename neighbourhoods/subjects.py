"""How the floors below name what this app keeps, and who moderates the directory."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.subjects import Subject, register
from moderation import authors, hosts
from neighbourhoods.models import Asset, Presence, Story
from neighbourhoods.policies import may_moderate_asset
from neighbourhoods.queries.people import facilitator_user_ids_around


def describe_assets(ids: list[int]) -> dict[int, Subject]:
    """A hidden entry keeps its address and loses its name."""
    rows = Asset.objects.filter(pk__in=ids).only("name", "hidden_at")
    return {
        row.pk: Subject(
            "neighbourhoods.asset", row.pk, _("a hidden entry") if row.is_hidden else row.name, row.address_on_the_web
        )
        for row in rows
    }


def describe_stories(ids: list[int]) -> dict[int, Subject]:
    rows = Story.objects.filter(pk__in=ids).select_related("area").defer("area__boundary")
    return {
        row.pk: Subject(
            "neighbourhoods.story",
            row.pk,
            _("the story of %(place)s") % {"place": row.area.name},
            f"{row.area.path}story/",
        )
        for row in rows
    }


def describe_posts(ids: list[int]) -> dict[int, Subject]:
    rows = Presence.objects.filter(pk__in=ids).select_related("area").defer("area__boundary")
    return {
        row.pk: Subject(
            "neighbourhoods.presence",
            row.pk,
            _("%(role)s in %(place)s") % {"role": row.role, "place": row.area.name},
            f"{row.area.path}presence/",
        )
        for row in rows
    }


def words(asset: Asset) -> SafeString:
    """What moderators see of it, hidden or not."""
    return format_html(
        "<h3>{}</h3>{}{}<p>{}</p>",
        asset.name,
        mark_safe(asset.offers_html),
        mark_safe(asset.accessibility_html),
        asset.contact,
    )


def author_ids(asset: Asset) -> list[int]:
    return [asset.keeper.user_id] if asset.keeper is not None and asset.keeper.user_id else []


def moderators(asset: Asset) -> list[int]:
    return facilitator_user_ids_around(asset.ward_id) if asset.ward_id else []


register(Asset, describe_assets)
register(Story, describe_stories)
register(Presence, describe_posts)
authors.register(Asset, author_ids)
hosts.register(
    Asset,
    key=lambda asset: f"ward:{asset.ward_id}" if asset.ward_id else "directory",
    may_moderate=may_moderate_asset,
    words=words,
    moderators=moderators,
    rows=lambda: Asset.objects.select_related("keeper", "kind"),
)
