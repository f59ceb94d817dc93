"""How this app's records stand on the line: their addresses and the names of who owes, once for all languages."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from committees.models import Body, Portfolio


def path_to(page: str, *args: object) -> str:
    """The address of a page as a plain path, without a language prefix."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(f"committees:{page}", args=args)


def clerk_key(body_id: int) -> str:
    return f"clerk:{body_id}"


def committee_key(body_id: int) -> str:
    return f"committee:{body_id}"


def portfolio_key(portfolio_id: int) -> str:
    return f"portfolio:{portfolio_id}"


def clerk_label(body: Body) -> str:
    """Said once, to everybody, in the council's own language."""
    with translation.override(settings.LANGUAGE_CODE):
        return translation.gettext("the clerk of the %(body)s") % {"body": body.name}


def committee_label(body: Body) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return translation.gettext("the %(body)s") % {"body": body.name}


def post_label(portfolio: Portfolio) -> str:
    """The post owes, and its holder's name stands beside it."""
    with translation.override(settings.LANGUAGE_CODE):
        return f"{portfolio.post}, {portfolio.holder.name}" if portfolio.holder else portfolio.post
