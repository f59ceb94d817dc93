"""What goes on an agenda, in which order, for how long, and what came of it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from meetings.models import Item
from meetings.picking import Pick


class PickForm(forms.Form):
    minutes = forms.IntegerField(
        label=_("How many minutes for each?"), required=False, min_value=1, max_value=480, initial=15
    )

    def __init__(self, *args: Any, picks: list[Pick], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {pick.key: pick for pick in picks}
        self.fields["picks"] = forms.MultipleChoiceField(
            label=_("What shall the meeting talk about?"),
            choices=[(pick.key, f"{pick.title} ({pick.why})") for pick in picks],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Tick at least one.")},
        )
        self.order_fields(("picks", "minutes"))

    def ticked(self) -> list[Pick]:
        return [self.offered[key] for key in self.cleaned_data["picks"]]


class AgendaForm(forms.Form):
    """A place and a length for each item."""

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = list(items)
        for item in self.items:
            self.fields[f"place_{item.pk}"] = forms.IntegerField(
                label=_("Place of “%(title)s”") % {"title": item.title},
                min_value=1,
                max_value=999,
                initial=item.number,
            )
            self.fields[f"minutes_{item.pk}"] = forms.IntegerField(
                label=_("Minutes for it"), required=False, min_value=1, max_value=480, initial=item.minutes
            )

    def plan(self) -> dict[str, Any]:
        """What the act takes; of two items for one place, the one that stood there first comes first."""
        data = self.cleaned_data
        order = sorted(self.items, key=lambda item: (data[f"place_{item.pk}"], item.number))
        return {
            "order": [item.pk for item in order],
            "minutes": {item.pk: data[f"minutes_{item.pk}"] for item in self.items},
        }


class OutcomesForm(forms.Form):
    """What came of each item; those left empty stay as they are."""

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = list(items)
        for item in self.items:
            self.fields[f"outcome_{item.pk}"] = forms.CharField(
                label=f"{item.number}. {item.title}",
                widget=forms.Textarea,
                required=False,
                max_length=4000,
                initial=item.outcome,
            )

    def outcomes(self) -> list[tuple[Item, str]]:
        """Those that were written or changed."""
        written = [(item, self.cleaned_data[f"outcome_{item.pk}"]) for item in self.items]
        return [(item, text) for item, text in written if text and text != item.outcome]
