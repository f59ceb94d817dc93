"""People, grants, registers and the rest are nobody's business but their owner's; the terms are everybody's."""

from typing import Any

from accounts.models import Grant, LetterCode, Person, Register, RetentionRun, Role, Terms
from accounts.queries import has_role, person_of
from core import subjects
from core.subjects import Subject


def _people(ids: list[int]) -> dict[int, Subject]:
    found = Person.objects.filter(pk__in=ids).only("name", "erased_at")
    return {
        person.pk: Subject("accounts.person", person.pk, person.display_name, "/me/", public=False) for person in found
    }


def _own_person(user: Any, ids: list[int]) -> set[int]:
    person = person_of(user)
    return {person.pk} & set(ids) if person else set()


def _grants(ids: list[int]) -> dict[int, Subject]:
    found = Grant.objects.filter(pk__in=ids)
    return {
        grant.pk: Subject("accounts.grant", grant.pk, str(grant.get_role_display()), "/me/", public=False)
        for grant in found
    }


def _own_grants(user: Any, ids: list[int]) -> set[int]:
    if not getattr(user, "is_authenticated", False):
        return set()
    return set(Grant.objects.filter(pk__in=ids, user=user).values_list("pk", flat=True))


def _terms(ids: list[int]) -> dict[int, Subject]:
    found = Terms.objects.filter(pk__in=ids).defer("text")
    return {terms.pk: Subject("accounts.terms", terms.pk, str(terms), "/me/terms/") for terms in found}


def _registers(ids: list[int]) -> dict[int, Subject]:
    found = Register.objects.filter(pk__in=ids)
    return {one.pk: Subject("accounts.register", one.pk, one.label, "/me/register/", public=False) for one in found}


def _letters(ids: list[int]) -> dict[int, Subject]:
    return {pk: Subject("accounts.lettercode", pk, f"letter {pk}", "/me/letters/", public=False) for pk in ids}


def _runs(ids: list[int]) -> dict[int, Subject]:
    found = RetentionRun.objects.filter(pk__in=ids).only("at")
    return {run.pk: Subject("accounts.retentionrun", run.pk, str(run), "/me/retention/", public=False) for run in found}


def _seen_by_administrators(user: Any, ids: list[int]) -> set[int]:
    return set(ids) if has_role(user, Role.ADMINISTRATOR) else set()


subjects.register(Person, _people, _own_person)
subjects.register(Grant, _grants, _own_grants)
subjects.register(Terms, _terms)
subjects.register(Register, _registers)
subjects.register(LetterCode, _letters)
subjects.register(RetentionRun, _runs, _seen_by_administrators)
