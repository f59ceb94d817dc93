from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from places.postcodes import compact


class PostcodeForm(forms.Form):
    """Where do you live? The way into everything that is near."""

    postcode = forms.CharField(
        label=_("Your postcode"),
        max_length=10,
        error_messages={"required": _("Give a postcode.")},
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "data-width": "10"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["postcode"].help_text = _("For example %(example)s. We do not keep it.") % {"example": "B30 9ZZ"}

    def clean_postcode(self) -> str:
        code = compact(self.cleaned_data["postcode"])
        if not code:
            raise forms.ValidationError(_("This is not a whole postcode. It looks like B30 9ZZ."))
        return code
