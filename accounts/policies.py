"""Who may do what with people, addresses, roles and records."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import LetterCode, Level, Person, RetentionRun, Role
from accounts.names import judged
from accounts.queries import has_role, has_second_factor, person_of, roles_of
from core import now
from core.http import with_query
from core.verdicts import Verdict, no, yes

LETTER_TRIES = 5


def signed_in(user: Any) -> Verdict:
    """Whether this is a person who is here; the base of every act about oneself."""
    if user is None or not getattr(user, "is_authenticated", False):
        return no(_("Sign in to do this."), remedy_url=reverse("account_login"), remedy_label=_("Sign in"))
    person = person_of(user)
    if person is None or not person.is_here:
        return no(_("This account stands for nobody any more."))
    return yes()


def may_act(user: Any, came_from: str = "") -> Verdict:
    """Whether no new terms stand between this user and any act; reading never asks. The answer costs no query."""
    if not getattr(user, "must_accept_terms", False):
        return yes()
    terms = reverse("accounts:terms")
    return no(
        _("The terms of use have changed. Read and accept them, then go on where you were."),
        remedy_url=with_query(terms, next=came_from) if came_from else terms,
        remedy_label=_("Read the terms"),
    )


def may_use_staff(user: Any, *roles: str) -> Verdict:
    """Those who hold one of `roles` (any role, where none is named) today and have a second factor."""
    if user is None or not getattr(user, "is_authenticated", False):
        return no(_("Sign in to do this."), remedy_url=reverse("account_login"), remedy_label=_("Sign in"))
    held = roles_of(user)
    wanted = frozenset(roles) or frozenset(Role.values)
    if held.isdisjoint(wanted):
        return no(_("This page is for the council's officers whose role it is."))
    if not has_second_factor(user):
        return no(
            _("Your role needs a second factor beside your e-mail address. Set it up once; it takes two minutes."),
            remedy_url=reverse("mfa_activate_totp"),
            remedy_label=_("Set up the second factor"),
        )
    return yes()


def may_edit_profile(user: Any) -> Verdict:
    return signed_in(user)


def may_be_called(user: Any, name: str) -> Verdict:
    """Whether this name may stand beside their words; one that stands there already is not asked about."""
    person = person_of(user)
    return yes() if person is not None and person.name == name else judged(user, name)


def may_say(user: Any, words: str) -> Verdict:
    """Whether they may say this of themselves, such as which organisation they speak for."""
    verdict = signed_in(user)
    return judged(user, words) if verdict else verdict


def may_give_postcode(user: Any) -> Verdict:
    return signed_in(user)


def may_ask_letter(user: Any) -> Verdict:
    """Those whose postcode lies in one of our wards, until a letter is on its way or residence is verified."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    person = user.person
    if person.level >= Level.VERIFIED:
        return no(_("Your residence is verified already."))
    if person.ward_id is None:
        return no(
            _("A letter goes to an address in the council's area. Give your postcode first."),
            remedy_url=reverse("accounts:address"),
            remedy_label=_("Give your postcode"),
        )
    letter = LetterCode.objects.open(now()).filter(person=person).first()
    if letter is not None and letter.tries < LETTER_TRIES:
        return no(_("A letter to you is on its way. You can ask for another when its code has lapsed."))
    return yes()


def may_enter_code(user: Any) -> Verdict:
    """Those to whom a letter was printed whose code has neither lapsed nor been tried too often."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    if user.person.level >= Level.VERIFIED:
        return no(_("Your residence is verified already."))
    letter = LetterCode.objects.open(now()).filter(person=user.person).first()
    if letter is None:
        return no(
            _("No letter to you is on its way."), remedy_url=reverse("accounts:letter"), remedy_label=_("Ask for one")
        )
    if letter.printed_at is None:
        return no(_("Your letter is not printed yet. It is sent within two working days."))
    if letter.tries >= LETTER_TRIES:
        return no(
            _("This code was tried too often and no longer works."),
            remedy_url=reverse("accounts:letter"),
            remedy_label=_("Ask for a new letter"),
        )
    return yes()


def may_verify(user: Any, person: Person) -> Verdict:
    """Everyone for themselves; a clerk for anybody, such as somebody at the counter."""
    if not person.is_here:
        return no(_("This person has gone from the record."))
    if person.level >= Level.VERIFIED:
        return no(_("This residence is verified already."))
    if has_role(user, Role.CLERK):
        return yes()
    return signed_in(user) if person_of(user) == person else no(_("You can prove only your own residence."))


def may_upload_register(user: Any) -> Verdict:
    return may_use_staff(user, Role.CLERK, Role.ADMINISTRATOR)


def may_print_letters(user: Any) -> Verdict:
    return may_use_staff(user, Role.CLERK)


def may_create_person(user: Any) -> Verdict:
    """Clerks, for people without an account who act on paper; and the system."""
    return yes() if user is None else may_use_staff(user, Role.CLERK, Role.ADMINISTRATOR)


def may_declare_standing(user: Any) -> Verdict:
    return signed_in(user)


def may_check_standing(user: Any) -> Verdict:
    return may_use_staff(user, Role.CLERK, Role.SCRUTINY_OFFICER)


def may_merge_people(user: Any) -> Verdict:
    return yes() if user is None else may_use_staff(user, Role.CLERK, Role.ADMINISTRATOR)


def may_grant_roles(user: Any) -> Verdict:
    """Administrators; and the system, which makes the first one."""
    return yes() if user is None else may_use_staff(user, Role.ADMINISTRATOR)


def may_publish_terms(user: Any) -> Verdict:
    return yes() if user is None else may_use_staff(user, Role.ADMINISTRATOR)


def may_ask_export(user: Any) -> Verdict:
    return signed_in(user)


def may_fetch_export(user: Any, export: Any) -> Verdict:
    """Its owner alone, once it is ready and until it lapses."""
    if not getattr(user, "is_authenticated", False) or export.user_id != user.pk:
        return no(_("Only the person it is about can fetch this."))
    if export.ready_at is None:
        return no(_("This is still being put together. Look again in a minute."))
    if export.expires_at <= now() or not export.path:
        return no(
            _("This copy has been deleted, as announced. Ask for a new one."),
            remedy_url=reverse("accounts:data"),
            remedy_label=_("Ask for a new copy"),
        )
    return yes()


def may_erase(user: Any, person: Person) -> Verdict:
    """Everyone themselves, but nobody who still holds a role of the council; and the system, when time has come."""
    if person.erased_at is not None:
        return no(_("This person has gone from the record already."))
    if user is None:
        return yes()
    if person_of(user) != person:
        return no(_("You can delete only your own account."))
    if roles_of(user):
        return no(
            _("You hold a role of the council. Ask an administrator to end it; then you can delete your account here.")
        )
    return yes()


def may_run_retention(user: Any) -> Verdict:
    return yes() if user is None else may_use_staff(user, Role.ADMINISTRATOR)


def may_carry_out(user: Any, run: RetentionRun) -> Verdict:
    """An administrator who has seen the report, once, and while it is fresh."""
    verdict = may_use_staff(user, Role.ADMINISTRATOR)
    if not verdict:
        return verdict
    if run.carried_out_at is not None:
        return no(_("This report was carried out already."))
    if (now() - run.at).days >= 7:
        return no(_("This report is more than a week old. Make a new one and look at it first."))
    return yes()
