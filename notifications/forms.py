from django.utils.translation import gettext_lazy as _

from core import forms
from notifications.models import Channel


class ChannelForm(forms.Form):
    channel = forms.ChoiceField(
        label=_("How should news reach you?"), choices=Channel.choices, widget=forms.RadioSelect
    )
