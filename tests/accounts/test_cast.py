from accounts.models import Level
from tests.cast import client_as, people


def test_the_cast_is_who_it_says(ada, ben, cleo, finn):
    assert (ada.person.level, ada.person.ward.name) == (Level.VERIFIED, "Stirchley")
    assert (ben.person.level, ben.person.ward) == (Level.EMAIL, None)
    assert (cleo.person.level, cleo.person.ward) == (Level.EMAIL, None)
    assert not finn.is_authenticated
    assert ada.pk != ada.person.pk


def test_a_crowd_is_as_many_as_asked_each_with_a_sign_in(db):
    crowd = people(3)

    assert len({one.user_id for one in crowd}) == 3


def test_a_signed_in_browser_is_known(ada):
    client = client_as(ada)

    assert client.session["_auth_user_id"] == str(ada.pk)
