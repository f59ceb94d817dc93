from django.contrib import admin

from accounts.models import Grant, Person, Register, RetentionRun, Standing, Terms, User
from core.admin import ReadOnly


@admin.register(User)
class UserAdmin(ReadOnly):
    list_display = ("email", "is_active", "date_joined", "last_login", "warnings")
    search_fields = ("email",)
    exclude = ("password",)


@admin.register(Person)
class PersonAdmin(ReadOnly):
    list_display = ("display_name", "level", "ward", "verified_at", "erased_at")
    list_filter = ("level",)
    list_select_related = ("ward",)
    search_fields = ("name", "user__email")
    exclude = ("register_digest",)


@admin.register(Grant)
class GrantAdmin(ReadOnly):
    list_display = ("user", "role", "since", "until")
    list_filter = ("role",)
    list_select_related = ("user__person",)


@admin.register(Standing)
class StandingAdmin(ReadOnly):
    list_display = ("person", "kind", "of", "checked_at")
    list_filter = ("kind",)
    list_select_related = ("person",)


@admin.register(Terms)
class TermsAdmin(ReadOnly):
    list_display = ("version", "published_at", "must_accept_again")


@admin.register(Register)
class RegisterAdmin(ReadOnly):
    list_display = ("label", "lines", "at", "active")


@admin.register(RetentionRun)
class RetentionRunAdmin(ReadOnly):
    list_display = ("at", "carried_out_at")
