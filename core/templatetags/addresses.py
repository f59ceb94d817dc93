"""`{% url %}` as everywhere, but each address is worked out once: a page has dozens, and most are on every page."""

from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode, url as usual
from django.urls import get_script_prefix, reverse
from django.utils.html import conditional_escape
from django.utils.translation import get_language

register = template.Library()


@register.tag
def url(parser: Parser, token: Token) -> "KeptURLNode":
    node = usual(parser, token)
    return KeptURLNode(node.view_name, node.args, node.kwargs, node.asvar)


class KeptURLNode(URLNode):
    """Keeps what depends on nothing but the name, plain arguments, the language and where the house is installed."""

    def render(self, context: Context) -> str:
        if self.kwargs or self.asvar:
            return super().render(context)
        args = tuple(arg.resolve(context) for arg in self.args)
        if not all(isinstance(arg, str | int) for arg in args):
            return super().render(context)
        found = _reversed(
            self.view_name.resolve(context), args, get_language(), get_script_prefix(), settings.ROOT_URLCONF
        )
        return conditional_escape(found) if context.autoescape else found


@lru_cache(maxsize=4096)
def _reversed(name: str, args: tuple[Any, ...], language: str | None, prefix: str, root: str) -> str:
    return reverse(name, args=args)
