"""The admin's pages are for administrators with a second factor, and to look at: acts have their own pages."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite, ModelAdmin
from django.http import HttpRequest

from accounts.models import Role
from accounts.queries import has_role


class HouseAdmin(AdminSite):
    """Signs people in by the same door as everybody, so that the second factor cannot be walked around."""

    site_header = site_title = "Folkmoot"
    login = secure_admin_login(AdminSite.login)

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active) and has_role(request.user, Role.ADMINISTRATOR)


class LookOnly(ModelAdmin):
    """Nothing can be added, changed or deleted here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
