"""Every event has a sentence and is documented; every public record can be named."""

from django.apps import apps

from core import subjects
from ledger.events import all_events
from ledger.sentences import worded
from tests.house.tree import HEIGHT, ROOT


def events_of_the_house():
    return {name for name, event in all_events().items() if event.__module__.split(".")[0] in HEIGHT}


def test_every_event_can_be_said_in_a_sentence():
    assert sorted(events_of_the_house() - worded()) == []


def test_every_event_is_documented():
    text = (ROOT / "docs" / "events.md").read_text()

    assert [name for name in sorted(events_of_the_house()) if f"`{name}`" not in text] == []


def test_every_event_says_what_happened_in_its_docstring():
    undocumented = [
        name
        for name, event in all_events().items()
        if name in events_of_the_house() and (not event.__doc__ or event.__doc__.startswith(event.__name__ + "("))
    ]

    assert undocumented == []


def test_every_step_of_the_chain_can_be_named_and_linked():
    needed = {
        "proposals.proposal",
        "outputs.output",
        "committees.referral",
        "committees.recommendation",
        "committees.commitment",
        "committees.claim",
        "forums.forum",
        "forums.thread",
        "committees.body",
        "ballots.ballot",
    }

    assert sorted(needed - set(subjects.kinds())) == []


def test_no_model_keeps_a_date_of_birth():
    fields = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if "birth" in field.name
    ]

    assert fields == []
