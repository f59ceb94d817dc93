"""The style guide. It stands in development, in tests and in the demo, and shows nothing that is not made up."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from core import samples
from core.http import invalid, page


class Asking(forms.Form):
    """One field of every kind."""

    title = forms.CharField(
        label=_("What do you ask for?"), help_text=_("One sentence, as you would say it to a neighbour."), min_length=15
    )
    text = forms.CharField(label=_("Why, and what do you have already?"), widget=forms.Textarea, required=False)
    reach = forms.ChoiceField(
        label=_("Where does it apply?"),
        choices=[("city", _("The whole city")), ("ward", _("Some wards"))],
        widget=forms.RadioSelect,
    )
    topic = forms.ChoiceField(
        label=_("Forum"), choices=[("asc", _("Adult Social Care")), ("bus", _("Buses and Clean Air"))]
    )
    by = forms.DateField(
        label=_("Until when?"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    agree = forms.BooleanField(label=_("I have read what happens with a proposal."))


@require_GET
def styleguide(request: HttpRequest) -> HttpResponse:
    return page(request, "core/styleguide.html", samples.everything() | {"form": Asking()})


@require_POST
def styleguide_form(request: HttpRequest) -> HttpResponse:
    """Show how a failed form looks; nothing is saved anywhere."""
    return invalid(request, "core/styleguide_form.html", {"form": Asking(request.POST)})
