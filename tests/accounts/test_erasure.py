"""Nothing that names a person may stay anywhere, whichever table it is in."""

import io
import json
import zipfile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.cached_db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.storage import storages
from django.db import connection
from rest_framework.authtoken.models import Token

from accounts.actions import (
    ask_export,
    ask_letter,
    build_export,
    declare_standing,
    edit_profile,
    erase_person,
    give_postcode,
    merge_persons,
    print_letters,
)
from accounts.models import DataExport, Level, Person, User
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry, Pseudonym
from notifications.models import Follow, KeptMail, Notice
from places.actions import add_postcodes
from tests.cast import client_as, person

pytestmark = pytest.mark.django_db
NAME, EMAIL, STREET, POSTCODE = "Zebedee Quillfeather", "zebedee.marker@example.org", "7 Marker Mews", "B302AA"
MARKERS = (NAME, "zebedee", "quillfeather", "marker mews", "b302aa", "b30 2aa")


def _text_columns():
    """Every column of every table that can hold words."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
               AND (data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'tsvector')) ORDER BY 1, 2"""
        )
        return cursor.fetchall()


def _where_found(marker, allowed=()):
    found = []
    with connection.cursor() as cursor:
        for table, column in _text_columns():
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{marker}%"])
            if cursor.fetchone()[0] and (table, column) not in allowed:
                found.append((table, column))
    return found


@pytest.fixture
def zebedee(clerk, stirchley):
    """Somebody who has left traces wherever this floor and those below keep any."""
    add_postcodes(actor=None, rows=[(POSTCODE, stirchley)])
    user = person("Z", email=EMAIL).user
    edit_profile(actor=user, name=NAME, age_band="25_34")
    give_postcode(actor=user, postcode=POSTCODE)
    ask_letter(actor=user, address=STREET)
    print_letters(actor=clerk)
    declare_standing(actor=user, kind="organisation", of="Quillfeather & Daughters")
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    Authenticator.objects.create(user=user, type="totp", data={"label": EMAIL})
    Token.objects.create(user=user)
    client_as(user).get("/me/profile/")
    half_done = SessionStore()
    half_done["account_login"] = {"email": EMAIL}
    half_done.save()
    about = ContentType.objects.get_for_model(Person)
    LogEntry.objects.create(
        user=clerk, content_type=about, object_id=str(user.person.pk), object_repr=NAME, action_flag=2
    )
    KeptMail.objects.create(to=EMAIL, subject="News", body=f"Dear {NAME}", at=user.date_joined)
    Follow.objects.create(user=user, subject_kind="places.area", subject_id=stirchley.pk, since=user.date_joined)
    build_export(export_id=ask_export(actor=user).pk)
    deliver_all()
    return user


# The table of postcodes is public and is not about her.
PUBLIC = {("places_postcode", "code")}


def test_the_traces_are_there_before(zebedee):
    tables = {table for table, _column in _where_found("zebedee")}

    assert {
        "accounts_person",
        "accounts_user",
        "account_emailaddress",
        "mfa_authenticator",
        "django_admin_log",
    } <= tables
    assert Notice.objects.filter(user=zebedee).exists()


def test_no_name_address_or_mail_is_left_in_any_column_of_any_table(zebedee):
    erase_person(actor=zebedee, person=zebedee.person)
    deliver_all()

    assert len({table for table, _column in _text_columns()}) > 40
    assert {marker: _where_found(marker, PUBLIC) for marker in MARKERS} == {marker: [] for marker in MARKERS}


def test_no_session_of_hers_is_left_open_or_half_done(zebedee, ada):
    client_as(ada)

    erase_person(actor=zebedee, person=zebedee.person)

    left = [json.dumps(session.get_decoded()) for session in Session.objects.all()]
    assert len(left) >= 1
    assert not [data for data in left if EMAIL in data or f'"_auth_user_id": "{zebedee.pk}"' in data]


def test_the_row_stays_as_a_resident_and_says_where_the_counts_come_from(zebedee):
    pk, ward = zebedee.person.pk, zebedee.person.ward_id

    erase_person(actor=zebedee, person=zebedee.person)

    left = Person.objects.get(pk=pk)
    assert (left.name, left.user, left.ward_id, left.postcode, left.age_band) == ("A resident", None, ward, "", "")
    assert left.erased_at is not None
    user = User.objects.get(pk=zebedee.pk)
    assert (user.is_active, user.email, user.has_usable_password()) == (
        False,
        f"gone.{user.pk}@folkmoot.invalid",
        False,
    )


def test_her_entries_stay_and_nobody_can_tell_whose_they_were(zebedee):
    key = Pseudonym.objects.get(user=zebedee).key
    before = list(Entry.objects.filter(actor_key=key).values())

    erase_person(actor=zebedee, person=zebedee.person)

    assert list(Entry.objects.filter(actor_key=key).values()) == before
    assert not Pseudonym.objects.filter(user_id=zebedee.pk).exists()


def test_the_file_with_her_data_goes_with_the_commit(zebedee, django_capture_on_commit_callbacks):
    path = DataExport.objects.get(user=zebedee).path
    assert storages["private"].exists(path)

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(actor=zebedee, person=zebedee.person)

    assert not storages["private"].exists(path)


def test_who_was_folded_into_her_goes_too(zebedee, clerk):
    other = person(NAME, email="zebedee.other@example.org", level=Level.DECLARED, postcode=POSTCODE)
    merge_persons(actor=clerk, one=zebedee.person, other=other)

    erase_person(actor=zebedee, person=Person.objects.get(pk=zebedee.person.pk))

    assert {marker: _where_found(marker, PUBLIC) for marker in MARKERS} == {marker: [] for marker in MARKERS}


def test_nobody_deletes_somebody_else_and_nobody_who_holds_a_role_goes(zebedee, ada, clerk):
    with pytest.raises(Refused, match="only your own"):
        erase_person(actor=ada, person=zebedee.person)
    with pytest.raises(Refused, match="role of the council"):
        erase_person(actor=clerk, person=clerk.person)


# --- A copy to take away ---


def test_the_copy_says_everything_each_app_keeps(zebedee):
    export = DataExport.objects.get(user=zebedee)

    with storages["private"].open(export.path) as source, zipfile.ZipFile(io.BytesIO(source.read())) as archive:
        names = archive.namelist()
        mine = json.loads(archive.read("accounts.json"))

    assert {"README.txt", "accounts.json", "ledger.json", "notifications.json"} <= set(names)
    assert (mine["name"], mine["e-mail"], mine["postcode"], mine["address"]) == (NAME, EMAIL, POSTCODE, STREET)


def test_a_copy_is_built_once_however_often_it_is_asked_for(zebedee, ben):
    export = ask_export(actor=ben)
    assert ask_export(actor=ben) == export

    first = build_export(export_id=export.pk).path
    assert build_export(export_id=export.pk).path == first
    assert build_export(export_id=0) is None
