from django.utils.translation import gettext_lazy as _

from core import forms
from notifications.models import Channel


class ChannelForm(forms.Form):
    channel = forms.ChoiceField(
        label=_("How should news reach you?"), choices=Channel.choices, widget=forms.RadioSelect
    )
    mentions = forms.TypedChoiceField(
        label=_("Do you want to hear when somebody names you with @ in a conversation?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
