"""What people fill in."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms, today
from neighbourhoods.models import Asset, AssetKind
from neighbourhoods.models.stories import PARTS
from neighbourhoods.states import SpeaksAs
from places.models import Area
from places.postcodes import compact, spaced

SOURCES = 8
SOURCE = ("title", "address", "date", "speaks")


class StoryForm(forms.Form):
    """Four parts in Markdown and up to eight sources, each in four fields: `source_1_title`, `source_1_address` ..."""

    history = forms.CharField(
        label=_("History"), help_text=_("How the place came to be what it is."), max_length=10_000, required=False,
        widget=forms.Textarea,
    )  # fmt: skip
    groups = forms.CharField(
        label=_("Groups"), help_text=_("Who is organised here, and around what."), max_length=10_000, required=False,
        widget=forms.Textarea,
    )  # fmt: skip
    languages = forms.CharField(
        label=_("Languages"), help_text=_("What is spoken, and where one meets it."), max_length=5_000, required=False,
        widget=forms.Textarea,
    )  # fmt: skip
    issues = forms.CharField(
        label=_("Past issues"), help_text=_("What was fought for, what came of it, and what still hurts."),
        max_length=10_000, required=False, widget=forms.Textarea,
    )  # fmt: skip
    why = forms.CharField(
        label=_("What do you change?"), help_text=_("One sentence, shown beside the version."), max_length=200,
        required=False,
    )  # fmt: skip
    seen = forms.IntegerField(required=False, min_value=0, max_value=30_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, SOURCES + 1):
            self.fields |= _source_fields(number)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not self.errors:
            if not any(found.get(name) for name in PARTS):
                self.add_error("history", _("Write at least one part of the story."))
            if not any(found.get(f"source_{number}_title") for number in range(1, SOURCES + 1)):
                self.add_error("source_1_title", _("Name at least one source: where is this known from?"))
        for number in range(1, SOURCES + 1):
            if found.get(f"source_{number}_address") and not found.get(f"source_{number}_title"):
                self.add_error(f"source_{number}_title", _("Give this source a title."))
        return found

    def words(self) -> dict[str, Any]:
        """The arguments of `write_story`."""
        data = self.cleaned_data
        sources = [
            {name: data.get(f"source_{number}_{name}") for name in SOURCE}
            for number in range(1, SOURCES + 1)
            if data.get(f"source_{number}_title")
        ]
        return {**{name: data[name] for name in (*PARTS, "why", "seen")}, "sources": sources}

    def groups_of_sources(self) -> list[list[Any]]:
        """The bound fields, source by source."""
        return [[self[f"source_{number}_{name}"] for name in SOURCE] for number in range(1, SOURCES + 1)]


def story_values(version: Any, number: int) -> dict[str, Any]:
    """What the form begins with: the version that stands, and its number."""
    values: dict[str, Any] = {"seen": number}
    if version is not None:
        values |= {name: getattr(version, name) for name in PARTS}
        for source in version.sources.all():
            values |= {f"source_{source.number}_{name}": getattr(source, name) for name in SOURCE}
    return values


def _source_fields(number: int) -> dict[str, Any]:
    facts = {"number": number}
    return {
        f"source_{number}_title": forms.CharField(
            label=_("Source %(number)d: title") % facts, max_length=200, required=False
        ),
        f"source_{number}_address": forms.URLField(
            label=_("Source %(number)d: address on the web") % facts, max_length=500, required=False, assume_scheme="https"
        ),
        f"source_{number}_date": forms.DateField(
            label=_("Source %(number)d: its date") % facts, required=False,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        ),
        f"source_{number}_speaks": forms.ChoiceField(
            label=_("Source %(number)d: who speaks in it") % facts, choices=SpeaksAs.choices, required=False,
            initial=SpeaksAs.RESIDENTS,
        ),
    }  # fmt: skip


class AssetForm(forms.Form):
    name = forms.CharField(label=_("Name"), help_text=_("Of the organisation, the place or the group."), max_length=120)
    kind = forms.ModelChoiceField(
        label=_("What sort of thing is it?"), queryset=AssetKind.objects.none(), to_field_name="code",
        empty_label=_("Choose one"),
    )  # fmt: skip
    offers = forms.CharField(
        label=_("What does it offer?"), help_text=_("To whom, when, and what it costs."), max_length=2_000,
        widget=forms.Textarea,
    )  # fmt: skip
    ward = forms.ModelChoiceField(
        label=_("Ward"), queryset=Area.objects.none(), to_field_name="slug", required=False,
        empty_label=_("The whole city"),
    )  # fmt: skip
    address = forms.CharField(
        label=_("Address"), help_text=_("Of the hall, the office or the gate. Never somebody's home."), max_length=200,
        required=False,
    )  # fmt: skip
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=forms.TextInput(attrs={"data-width": "10"})
    )
    accessibility = forms.CharField(
        label=_("Getting in"), help_text=_("Steps, doors, toilets, hearing loop, parking, languages."), max_length=1_000,
        required=False, widget=forms.Textarea,
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Contact of the organisation"),
        help_text=_("A number or an address at work. Everybody can read it, so never somebody's own."),
        max_length=200, required=False,
    )  # fmt: skip
    web = forms.URLField(label=_("Address on the web"), max_length=300, required=False, assume_scheme="https")
    topics = forms.CharField(label=_("Topics"), help_text=_("Separated by commas."), max_length=200, required=False)
    seen = forms.IntegerField(required=False, min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = AssetKind.objects.filter(active=True)  # type: ignore[attr-defined]
        self.fields["ward"].queryset = Area.objects.wards().current(today()).for_list()  # type: ignore[attr-defined]

    def clean_postcode(self) -> str:
        text = self.cleaned_data["postcode"]
        code = compact(text)
        if text and not code:
            raise forms.ValidationError(_("This is not a whole postcode. It looks like B30 9ZZ."))
        return code

    def clean_topics(self) -> list[str]:
        named = (" ".join(part.split()) for part in self.cleaned_data["topics"].split(","))
        return list(dict.fromkeys(part for part in named if part))


def asset_values(asset: Asset) -> dict[str, Any]:
    """What the form begins with."""
    plain = ("name", "offers", "address", "accessibility", "contact", "web")
    return {
        **{name: getattr(asset, name) for name in plain},
        "kind": asset.kind.code,
        "ward": asset.ward.slug if asset.ward else "",
        "postcode": spaced(asset.postcode),
        "topics": ", ".join(asset.topics),
        "seen": asset.version,
    }


class ReportForm(forms.Form):
    text = forms.CharField(
        label=_("What is out of date?"), help_text=_("Those who keep the entry read it; nobody else does."),
        min_length=5, max_length=1_000, widget=forms.Textarea,
    )  # fmt: skip


class PresenceForm(forms.Form):
    role = forms.CharField(
        label=_("Title of the post"), help_text=_("For example: community development worker."), max_length=120
    )
    organisation = forms.CharField(label=_("Organisation"), max_length=120)
    hours = forms.CharField(label=_("Hours"), help_text=_("When and where one meets them."), max_length=200)
    contact = forms.CharField(
        label=_("Contact at work"), help_text=_("Everybody can read it, so never a private number or a home."),
        max_length=200,
    )  # fmt: skip
    since = forms.DateField(
        label=_("Since"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), initial=today
    )


class EndForm(forms.Form):
    until = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), initial=today
    )
    reason = forms.CharField(
        label=_("Why does it end?"), help_text=_("Published in the ward's history."), max_length=200
    )


def as_sent(sent: Mapping[str, Any]) -> dict[str, Any]:
    """What a program sends of a story, as the page's form names it: `sources` is a list of objects."""
    found = {name: value for name, value in sent.items() if name != "sources"}
    sources = sent.get("sources")
    for number, source in enumerate(sources if isinstance(sources, list) else [], 1):
        if isinstance(source, dict):
            found |= {f"source_{number}_{name}": source[name] for name in SOURCE if name in source}
    return found
