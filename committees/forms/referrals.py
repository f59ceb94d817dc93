"""Sending an output to bodies, and saying what becomes of it there."""

from typing import Any

from django.utils.translation import gettext, gettext_lazy as _

from committees.forms import fields
from committees.models import Body, Referral
from committees.queries.overviews import suggested_bodies
from committees.states import BodyKind
from core import forms, today
from outputs.models import Output


class ReferForm(forms.Form):
    """The bodies that share the forum's topics stand first and say so."""

    bodies = forms.MultipleChoiceField(
        label=_("Which bodies should consider this?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one body.")},
    )
    covering_note = fields.text(
        _("A note to the committee"), _("What do you want it to look at first?"), required=False, limit=2000
    )

    def __init__(self, *args: Any, output: Output, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = set(Referral.objects.filter(output=output).values_list("body_id", flat=True))
        self.offered = {str(body.pk): body for body, _shared in suggested_bodies(output) if body.pk not in taken}
        shared = {str(body.pk): number for body, number in suggested_bodies(output)}
        self.fields["bodies"].choices = [(key, _label(body, shared[key])) for key, body in self.offered.items()]  # type: ignore[attr-defined]

    def clean_bodies(self) -> list[Body]:
        return [self.offered[key] for key in self.cleaned_data["bodies"]]


class AcceptForm(forms.Form):
    late_reason = fields.late_reason()

    field_order = ("meeting", "late_reason")

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = fields.meeting(referral.body)
        self.order_fields(self.field_order)


class RedirectForm(forms.Form):
    body = forms.ModelChoiceField(queryset=Body.objects.none(), label=_("Which body should have it?"))
    reason = fields.text(_("Why is it that body's business?"), _("Everybody can read this."), limit=2000)
    chair_agrees = fields.chair_agrees()

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = Referral.objects.filter(output=referral.output_id).values("body_id")
        rows = (
            Body.objects.current(today()).exclude(pk__in=taken).exclude(kind__in=(BodyKind.CABINET, BodyKind.COUNCIL))
        )
        self.fields["body"].queryset = rows.order_by("sort_key")  # type: ignore[attr-defined]


class RefuseForm(forms.Form):
    reason = fields.text(
        _("Why will it not be considered?"), _("Everybody can read this, first of all those who asked."), limit=4000
    )
    chair_agrees = fields.chair_agrees()


def _label(body: Body, shared: int) -> str:
    return gettext("%(body)s (shares the forum's topics)") % {"body": body.name} if shared else body.name
