import pytest
from django.contrib.auth import get_user
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from accounts import merging
from accounts.actions import (
    accept_terms,
    check_standing,
    create_person,
    declare_standing,
    edit_profile,
    end_standing,
    merge_persons,
    publish_terms,
    register_user,
)
from accounts.backends import DemoBackend, PersonBackend
from accounts.models import Acceptance, Level, Person, StakeholderKind, Standing, User
from core.verdicts import Refused
from tests.cast import client_as, person

pytestmark = pytest.mark.django_db


def test_who_comes_back_is_loaded_with_person_and_ward_in_one_query(ada, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = PersonBackend().get_user(ada.pk)
        seen = (found.person.name, found.person.ward.name)

    assert seen == ("Ada Obi", "Stirchley")
    assert "boundary" in found.person.ward.get_deferred_fields()


def test_who_was_shut_out_is_nobody(ada):
    User.objects.filter(pk=ada.pk).update(is_active=False)

    assert PersonBackend().get_user(ada.pk) is None


def test_a_demonstration_session_is_worthless_in_production(ada, settings):
    request = RequestFactory().get("/")
    request.session = client_as(ada).session
    assert get_user(request) == ada

    settings.AUTHENTICATION_BACKENDS = ["accounts.backends.PersonBackend"]
    assert not get_user(request).is_authenticated

    settings.PRODUCTION = True
    assert DemoBackend().get_user(ada.pk) is None


def test_a_clerk_enters_somebody_without_an_account(clerk, ben, stirchley):
    made = create_person(actor=clerk, name=" Rosa \n Lind ", ward=stirchley, level=Level.DECLARED)

    assert (made.name, made.user, made.level) == ("Rosa Lind", None, Level.DECLARED)
    with pytest.raises(Refused):
        create_person(actor=ben, name="Rosa Lind")


def test_a_sign_in_comes_with_its_person_and_the_terms(administrator):
    terms = publish_terms(actor=administrator, text="Be kind.")

    user = register_user(email="Rosa@Example.org", name="Rosa Lind", invented=True)

    assert (user.email, user.person.name) == ("rosa@example.org", "Rosa Lind")
    assert Acceptance.objects.filter(user=user, terms=terms).exists()


def test_who_gives_no_name_is_a_resident():
    assert person(name="X", user=False).display_name == "X"
    assert Person(name="").display_name == "A resident"


def test_a_person_cannot_be_deleted(ada):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(user=ada).delete()


def test_the_text_of_a_sign_in_never_shows_its_address(ada):
    assert str(User.objects.get(pk=ada.pk)) == f"sign-in {ada.pk}"
    assert str(PersonBackend().get_user(ada.pk)) == "Ada Obi"


def test_a_profile_is_changed(ben):
    edit_profile(actor=ben, name="Benedict", age_band="25_34")

    assert Person.objects.filter(user=ben, name="Benedict", age_band="25_34").exists()


def test_a_standing_is_said_checked_and_ended(ben, clerk, ada):
    standing = declare_standing(actor=ben, kind=StakeholderKind.SERVICE_USER, of="Home care")
    assert declare_standing(actor=ben, kind=StakeholderKind.SERVICE_USER, of="Home care") == standing

    with pytest.raises(Refused):
        check_standing(actor=ada, standing=standing)
    assert check_standing(actor=clerk, standing=standing).checked_by == clerk

    with pytest.raises(Refused):
        end_standing(actor=ada, standing=standing)
    end_standing(actor=ben, standing=standing)
    assert not Standing.objects.exists()


# --- Terms ---


def test_new_terms_that_must_be_accepted_stop_acts_until_then(administrator, ben):
    browser = client_as(ben)
    terms = publish_terms(actor=administrator, text="# Be kind", must_accept_again=True)

    refused = browser.post("/areas/")
    assert refused.status_code == 403
    assert "terms of use have changed" in refused.content.decode()

    shown = browser.get("/me/terms/").content.decode()
    assert "I accept these terms" in shown
    browser.post("/me/terms/acceptance/", {"next": "/areas/"})

    assert Acceptance.objects.filter(user=ben, terms=terms).exists()
    assert browser.post("/areas/").status_code == 405


def test_accepting_an_old_version_opens_nothing(administrator, ben):
    old = publish_terms(actor=administrator, text="One")
    publish_terms(actor=administrator, text="Two", must_accept_again=True)
    ben.refresh_from_db()

    accept_terms(actor=ben, terms=old)

    assert User.objects.get(pk=ben.pk).must_accept_terms


def test_small_changes_of_the_terms_stop_nobody(administrator, ben):
    publish_terms(actor=administrator, text="One")

    assert not User.objects.get(pk=ben.pk).must_accept_terms


# --- Merging ---


def test_the_earlier_of_two_persons_is_kept_with_the_better_known_home(clerk, stirchley):
    paper = person("Rosa", user=False, level=Level.NONE)
    online = person("Rosa Lind", level=Level.VERIFIED, ward=stirchley)

    kept = merge_persons(actor=clerk, one=online, other=paper)

    assert (kept.pk, kept.level, kept.ward, kept.user) == (paper.pk, Level.VERIFIED, stirchley, online.user)
    assert Person.objects.get(pk=online.pk).merged_into == kept


def test_of_two_sign_ins_the_later_is_closed(clerk):
    first, second = person("Rosa"), person("Rosa")

    merge_persons(actor=clerk, one=second, other=first)

    assert User.objects.get(pk=first.user_id).is_active
    assert not User.objects.get(pk=second.user_id).is_active


def test_floors_above_fold_their_rows(clerk, monkeypatch):
    monkeypatch.setattr(merging, "_folds", {})
    folded = []

    @merging.folds
    def fold(kept, merged):
        folded.append((kept, merged))

    first, second = person(), person()
    merge_persons(actor=clerk, one=first, other=second)

    assert folded == [(first.pk, second.pk)]


def test_nobody_is_merged_with_themselves_or_twice(clerk):
    first, second, third = person(), person(), person()
    merge_persons(actor=clerk, one=first, other=second)

    for one, other in ((first, first), (second, third)):
        with pytest.raises(Refused):
            merge_persons(actor=clerk, one=one, other=other)


def test_only_clerks_and_administrators_merge(ada, dov):
    for user in (ada, dov):
        with pytest.raises(Refused):
            merge_persons(actor=user, one=person(), other=person())
