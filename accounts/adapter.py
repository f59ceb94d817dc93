"""What happens to people when they sign up, prove an e-mail address, or come back."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.actions import confirm_email, welcome
from accounts.bars import why_barred
from accounts.models import Level, User
from accounts.queries import level_of
from core.http import with_query


class Adapter(DefaultAccountAdapter):
    """Sign-up makes a person beside the sign-in; a proved e-mail address raises them to their first level."""

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        saved = super().save_user(request, user, form, commit)
        if commit:
            welcome(user=saved)
        return saved

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            confirm_email(user=email_address.user)
        return confirmed

    def pre_login(self, request: HttpRequest, user: Any, **about: Any) -> HttpResponse | None:
        """Whoever is barred reads why instead, and how to appeal."""
        if user.barred:
            return redirect(why_barred(user))
        answer: HttpResponse | None = super().pre_login(request, user, **about)
        return answer

    def post_login(self, request: HttpRequest, user: Any, **about: Any) -> HttpResponse:
        # A code that signs in proves the address as well, and allauth tells nobody.
        if level_of(user) < Level.EMAIL and EmailAddress.objects.filter(user=user, verified=True).exists():
            confirm_email(user=user)
        if user.warnings:
            User.objects.filter(pk=user.pk).update(warnings=0, warned_at=None)
        answer: HttpResponse = super().post_login(request, user, **about)
        if about.get("signup") and answer.has_header("Location"):
            # A name first: what somebody writes next stands under it.
            answer["Location"] = with_query(reverse("accounts:profile"), next=answer["Location"])
        return answer

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:address")
