"""The documents that a body stands on, and where it stands in the tree of bodies."""

import pytest
from django.db import Error, transaction

from committees import actions
from committees.models import Paper
from committees.queries import bodies_by_kind
from committees.states import BodyKind
from core.states import StateConflict
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.actions import follow
from notifications.models import Notice
from tests import cast
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db
TERMS = {"kind": "terms", "title": "Terms of reference", "address": "https://example.org/terms.pdf"}


@pytest.fixture
def body(clerk):
    return scenes.body(by=clerk)


def page_of(body):
    return cast.client_as().get(f"/committees/{body.slug}/").content.decode()


def test_a_body_shows_its_purpose_its_members_and_its_documents(clerk, body):
    scenes.seated(body, scenes.councillor("Cora Lane", by=clerk), by=clerk)
    cast.client_as(clerk).post(f"/committees/{body.slug}/papers/new/", TERMS)

    page = page_of(body)

    assert [words in page for words in (body.remit, "Cora Lane", "https://example.org/terms.pdf")] == [True] * 3


def test_a_document_that_no_longer_holds_stays_listed_as_one_of_the_past(clerk, body):
    paper = actions.list_paper(actor=clerk, body=body, **TERMS)

    cast.client_as(clerk).post(f"/committees/papers/{paper.pk}/withdraw/")

    assert "No longer in force" in page_of(body)
    with pytest.raises(Refused, match="one of the past already"):
        actions.withdraw_paper(actor=clerk, paper=Paper.objects.get())
    paper.withdrawn_at = None
    with pytest.raises(StateConflict):
        actions.withdraw_paper(actor=clerk, paper=paper)


def test_only_a_clerk_lists_a_document(ada, body):
    with pytest.raises(Refused, match="Only a clerk can list a document"):
        actions.list_paper(actor=ada, body=body, **TERMS)


def test_a_document_is_never_deleted_or_put_in_place_of_another(clerk, body):
    paper = actions.list_paper(actor=clerk, body=body, **TERMS)

    for change in (paper.delete, lambda: Paper.objects.filter(pk=paper.pk).update(address="https://example.org/x")):
        with pytest.raises(Error), transaction.atomic():
            change()


def test_a_new_document_is_on_the_record_and_told_to_those_who_follow_the_body(clerk, ada, body):
    follow(actor=ada, subject=body)

    actions.list_paper(actor=clerk, body=body, **TERMS)
    deliver_all()

    assert Entry.objects.filter(event="committees.PaperListed").count() == 1
    assert [notice.user for notice in Notice.objects.filter(event="committees.PaperListed")] == [ada]


def test_a_sub_committee_stands_in_the_tree_below_the_body_that_it_is_part_of(clerk, body):
    part = scenes.body(by=clerk, kind=BodyKind.ADVISORY, name="Day Centres Panel", parent=body)

    [group] = [group for group in bodies_by_kind() if group.bodies]

    assert [(branch.body, [below.body for below in branch.parts]) for branch in group.bodies] == [(body, [part])]
