"""The admin's pages are for administrators with a second factor, and to look at: acts have their own pages."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.models import Role
from accounts.policies import may_use_staff
from accounts.queries import has_role
from core.http import local_url
from core.verdicts import require

# Tables of installed packages that nobody looks into: with a token or a second factor one could act as somebody else.
SHUT = {"authtoken.tokenproxy", "mfa.authenticator", "auth.group"}


class HouseAdmin(AdminSite):
    """Signs people in by the same door as everybody, so that the second factor cannot be walked around."""

    site_header = site_title = "Folkmoot"

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """To the sign-in of the house and back; who is in and no administrator is told why not."""
        home = local_url(request, reverse("admin:index"))
        if not request.user.is_authenticated:
            return redirect_to_login(home)
        require(may_use_staff(request.user, Role.ADMINISTRATOR))
        return redirect(home)

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """As usual, but for what is shut."""
        models = model_or_iterable if isinstance(model_or_iterable, (list, tuple)) else [model_or_iterable]
        open_ones = [model for model in models if model._meta.label_lower not in SHUT]
        super().register(open_ones, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active) and has_role(request.user, Role.ADMINISTRATOR)
