"""What a meeting needs on paper, on one page."""

from datetime import timedelta

import pytest

from ballots.actions import plan_ballot, print_slips
from core import now
from meetings import actions
from meetings.models import Gathering
from tests.cast import client_as, person
from tests.scenes import forums

pytestmark = pytest.mark.django_db


def test_the_kit_has_the_agenda_a_sheet_without_names_and_slips_with_their_codes(ada):
    ben = person("Bea Price", level=3).user
    facilitator = person("Fay Facilitator", level=3).user
    forum = forums.forum(facilitator=facilitator, members=(ada, ben))
    starts = now() + timedelta(days=9)
    found = actions.schedule(
        actor=None, host=forum, title="Monthly meeting", starts_at=starts, ends_at=starts + timedelta(hours=2)
    )
    actions.add_item(actor=None, gathering=found, title="Later buses", minutes=20)
    actions.offer_places(actor=None, gathering=found, size=9)
    own = actions.register(actor=ada, gathering=found)
    ballot = plan_ballot(
        actor=None, subject=forum, host=forum, question="Shall we meet in the library?", opens_at=now(),
        closes_at=now() + timedelta(days=20), roll=[ada.person.pk, ben.person.pk],
    )  # fmt: skip
    slips = print_slips(actor=facilitator, ballot=ballot, number=2)

    text = client_as(facilitator).get(f"/meetings/{found.pk}/kit/").content.decode()

    for words in (
        "Later buses",
        "Ward",
        "Service worker",
        "Shall we meet in the library?",
        *(slip.code for slip in slips),
    ):
        assert words in text
    assert not any(words in text for words in ("Ada Obi", "Bea Price", own.code))
    assert client_as(ada).get(f"/meetings/{found.pk}/kit/").status_code == 403
    assert Gathering.objects.count() == 1
