"""Who a token of the API belongs to, and that they have accepted the terms before they act with it."""

from typing import Any

from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.policies import may_act
from core.http import READING
from core.verdicts import require


class PersonToken(TokenAuthentication):
    """A token opens reading always, and acts to whoever has accepted the newest terms that must be accepted."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        """The sign-in and its token; None without a token. Raises Refused, which answers 403 with the sentence and the terms' address."""
        found: tuple[Any, Any] | None = super().authenticate(request)
        if found is not None and found[0].barred:
            raise AuthenticationFailed
        if found is not None and request.method not in READING:
            require(may_act(found[0]))
        return found
