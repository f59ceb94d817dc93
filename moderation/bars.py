"""Where somebody who is blocked reads why: a page whose address says, under our signature, which block it is about."""

from typing import Any

from django.core import signing
from django.urls import reverse

from accounts.bars import explains
from moderation.models import Block

SALT = "moderation.block"


@explains
def page_of(user: Any) -> str:
    block = Block.objects.in_force().filter(person__user=user).first()
    return reverse("moderation:blocked", args=[token_of(block)]) if block is not None else ""


def token_of(block: Block) -> str:
    return signing.dumps(block.pk, salt=SALT)


def block_of(token: str) -> Block | None:
    """The block that the address names, in force or not; None for an address that is not of ours."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Block.objects.select_related("person__user").filter(pk=pk).first()
