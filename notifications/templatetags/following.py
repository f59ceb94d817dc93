"""`{% load following %}{% follow_button "committees.body" body.pk %}`: follow this, or stop following it, for whoever is signed in."""

from typing import Any

from django import template
from django.template.context import Context

from core.ui.asking import viewer
from notifications.queries import follows

register = template.Library()


@register.inclusion_tag("notifications/_follow.html", takes_context=True)
def follow_button(context: Context, kind: str, pk: int) -> dict[str, Any]:
    """One query for the signed in, none for anybody else, to whom nothing is shown."""
    request = context["request"]
    user = viewer(request)
    return {
        "hidden": not user.is_authenticated,
        "following": follows(user, (kind, pk)),
        "follow_kind": kind,
        "follow_id": pk,
        "request": request,
        "csrf_token": context.get("csrf_token"),
    }
