"""Who a session or a password belongs to."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from accounts.along import brought
from accounts.models import Role, User
from accounts.queries import has_role
from core import today
from core.prepared import Prepared, slot

# Asked with every request of somebody who is signed in.
_BY_ID: Prepared[User] = Prepared(
    lambda: (
        User.objects.select_related("person__ward")
        .defer("person__ward__boundary")
        .filter(pk=slot("pk"))
        .annotate(**brought())
    )
)


class PersonBackend(AuthenticationBackend):
    """Loads the sign-in, the person and their ward in one query, with what floors above want brought along, at the price of joins and without the ward's boundary."""

    def get_user(self, user_id: Any) -> User | None:
        """The active sign-in with `person` and `person.ward` at hand; None for one that is gone or may not come in."""
        found = _BY_ID.one(pk=user_id, day=today())
        return found if found is not None and self.user_can_authenticate(found) and not found.barred else None

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """An administrator may look at everything in the admin; more only a superuser."""
        return bool(super().has_perm(user_obj, perm, obj)) or (
            ".view_" in perm and has_role(user_obj, Role.ADMINISTRATOR)
        )

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return bool(super().has_module_perms(user_obj, app_label)) or has_role(user_obj, Role.ADMINISTRATOR)


class DemoBackend(PersonBackend):
    """The demonstration's sign-in page. Its sessions are worthless in production: this backend is not in the settings there."""

    def authenticate(self, request: Any, **credentials: Any) -> None:
        return None

    def get_user(self, user_id: Any) -> User | None:
        return None if settings.PRODUCTION else super().get_user(user_id)
