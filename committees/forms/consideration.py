"""Drafts, named votes, and the outcome of an item."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from committees.forms import fields
from committees.models import AgendaItem, Portfolio
from committees.queries.seats import SeatThere
from committees.states import VoteChoice
from core import forms, today


class DraftForm(forms.Form):
    portfolio = forms.ModelChoiceField(
        queryset=Portfolio.objects.order_by("sort_key"), label=_("To which cabinet member?"), empty_label=None
    )
    text = fields.text(
        _("What does the committee ask for?"), _("One thing. If there are two, write two recommendations."), limit=4000
    )
    measure = forms.CharField(
        label=_("How will everybody see that it was done?"),
        max_length=300,
        help_text=_("A figure, a document, a date."),
    )


class VoteForm(forms.Form):
    """One question for each seat that may vote on this item now; and the chair's casting vote, for a tie."""

    def __init__(self, *args: Any, seats: list[SeatThere], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = {f"seat_{row.seat.pk}": row.seat for row in seats if row.verdict}
        for name, seat in self.asked.items():
            self.fields[name] = forms.ChoiceField(
                label=f"{seat.name}, {seat.speaks_as}",
                choices=(*VOTES, ("", _("Did not vote"))),
                widget=forms.RadioSelect,
                required=False,
                initial="",
            )
        self.fields["casting_vote"] = forms.ChoiceField(
            label=_("If the votes are equal: the chair's casting vote"),
            choices=(("", _("Not needed")), *VOTES[:2]),
            widget=forms.RadioSelect,
            required=False,
            initial="",
        )

    @property
    def votes(self) -> dict[int, str]:
        return {seat.pk: self.cleaned_data[name] for name, seat in self.asked.items() if self.cleaned_data.get(name)}


class ConcludeForm(forms.Form):
    outcome = fields.text(
        _("What came of it, in words"),
        _("If the committee recommended nothing, this is the reason, and those who asked will read it."),
        required=False,
        limit=4000,
    )


class AdjournForm(forms.Form):
    late_reason = fields.late_reason()

    field_order = ("meeting", "late_reason")

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = fields.meeting(item.meeting.body, but=item.meeting)
        self.order_fields(self.field_order)


class IssueForm(forms.Form):
    received_on = fields.day(
        _("On which day did the cabinet member receive it?"), _("The time for the answer begins with this day.")
    )

    def clean_received_on(self) -> Any:
        day = self.cleaned_data["received_on"]
        if day > today():
            raise forms.ValidationError(_("The day cannot lie ahead."), code="ahead")
        return day


VOTES = ((VoteChoice.FOR, _("For")), (VoteChoice.AGAINST, _("Against")), (VoteChoice.ABSTAIN, _("Abstained")))
