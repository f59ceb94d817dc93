from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from accounts.actions import end_role, grant_role
from accounts.models import Grant, Role, User
from accounts.policies import may_use_staff
from accounts.queries import has_role, roles_of
from core import clock, now, today
from core.roles import holds
from core.verdicts import Refused
from tests.cast import person

pytestmark = pytest.mark.django_db


def test_a_role_holds_from_its_first_to_the_day_before_its_end(administrator, ben):
    grant_role(
        actor=administrator,
        user=ben,
        role=Role.CLERK,
        since=today() + timedelta(days=1),
        until=today() + timedelta(days=3),
    )

    held = []
    for days in range(4):
        with clock.at(now() + timedelta(days=days)):
            held.append(has_role(User.objects.select_related("person").get(pk=ben.pk), Role.CLERK))
    assert held == [False, True, True, False]


def test_a_role_ends_at_once_and_stays_in_the_books(administrator, ben):
    grant = grant_role(actor=administrator, user=ben, role=Role.CLERK)

    end_role(actor=administrator, grant=grant)

    assert not has_role(User.objects.get(pk=ben.pk), Role.CLERK)
    assert Grant.objects.filter(pk=grant.pk, until=today()).exists()


def test_a_grant_cannot_be_deleted(clerk):
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.filter(user=clerk).delete()


def test_granting_twice_is_one_grant(administrator, ben):
    grant_role(actor=administrator, user=ben, role=Role.CLERK)
    grant_role(actor=administrator, user=ben, role=Role.CLERK)

    assert Grant.objects.filter(user=ben).count() == 1


@pytest.mark.parametrize("who", ["ada", "clerk", "dov", "scrutiny_officer"])
def test_only_administrators_grant_roles(who, request, ben):
    with pytest.raises(Refused):
        grant_role(actor=request.getfixturevalue(who), user=ben, role=Role.CLERK)


def test_the_last_administrator_cannot_end_the_role(administrator):
    with pytest.raises(Refused, match="only administrator"):
        end_role(actor=administrator, grant=Grant.objects.get(user=administrator))


def test_without_a_second_factor_a_role_is_held_but_cannot_be_used():
    real = person("Real Clerk", roles=(Role.CLERK,), invented=False).user

    verdict = may_use_staff(real, Role.CLERK)

    assert roles_of(real) == {Role.CLERK}
    assert not has_role(real, Role.CLERK)
    assert "second factor" in verdict.reason
    assert verdict.remedy_url == "/accounts/2fa/totp/activate/"


def test_with_a_second_factor_a_role_can_be_used():
    real = person("Real Clerk", roles=(Role.CLERK,), invented=False).user
    Authenticator.objects.create(user=real, type=Authenticator.Type.TOTP, data={})

    assert may_use_staff(real, Role.CLERK)
    assert holds(real, Role.CLERK)


def test_recovery_codes_alone_are_no_second_factor():
    real = person("Real Clerk", roles=(Role.CLERK,), invented=False).user
    Authenticator.objects.create(user=real, type=Authenticator.Type.RECOVERY_CODES, data={})

    assert not has_role(real, Role.CLERK)


def test_in_production_nothing_stands_in_for_the_second_factor(clerk, settings):
    settings.PRODUCTION = True

    assert not has_role(User.objects.select_related("person").get(pk=clerk.pk), Role.CLERK)


def test_roles_are_asked_for_once(clerk, django_assert_num_queries):
    with django_assert_num_queries(1):
        answers = [has_role(clerk, Role.CLERK), has_role(clerk, Role.AUDITOR), bool(may_use_staff(clerk))]

    assert answers == [True, False, True]


def test_nobody_signed_out_holds_a_role(finn):
    assert not has_role(finn, *Role.values)
    assert not may_use_staff(finn)


def test_the_first_administrator_is_made_at_the_command_line(ben):
    call_command("grant_role", ben.email, "administrator")

    assert roles_of(ben) == {"administrator"}
    with pytest.raises(CommandError, match="Nobody has an account"):
        call_command("grant_role", "nobody@example.org", "administrator")
