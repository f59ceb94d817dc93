"""What people are asked about themselves, one thing a page."""

from typing import Any

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

from accounts.models import AgeBand, Role, StakeholderKind, User
from accounts.queries import newest_terms
from core import forms
from places.postcodes import compact

MEGABYTE = 1024 * 1024


class SignupForm(allauth.SignupForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.label, email.help_text = _("Your e-mail address"), _("We send you a code. You need no password.")
        email.widget.attrs.pop("placeholder", None)

    @property
    def accepts_terms(self) -> bool:
        """Whether there are terms that are accepted by signing up, so that the page has to say so."""
        return newest_terms() is not None


class PasswordForm(allauth.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your e-mail address")
        for field in self.fields.values():  # allauth decides which there are: a password may not be asked for
            field.widget.attrs.pop("placeholder", None)


class _Code:
    """The code out of an e-mail, asked for in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]  # type: ignore[attr-defined]
        code.label = _("The code in the e-mail")
        code.widget.attrs = {"autocomplete": "one-time-code", "autocapitalize": "characters", "data-width": "10"}


class ConfirmAddressForm(_Code, allauth.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    pass


class SignInCodeForm(_Code, allauth.ConfirmLoginCodeForm):  # type: ignore[misc]
    pass


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("It stands beside what you write. Your own name carries further; a first name will do."),
        error_messages={"required": _("Give the name that should stand beside what you write.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    age_band = forms.ChoiceField(
        label=_("Your age"),
        required=False,
        choices=AgeBand.choices,
        help_text=_("You need not say. It shows only in counts, so that we see whose voices are missing."),
    )


class AddressForm(forms.Form):
    postcode = forms.CharField(
        label=_("Your postcode"),
        max_length=10,
        help_text=_("Where you live, not where you work. Nobody else sees it; others see your ward at most."),
        error_messages={"required": _("Give your postcode.")},
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "data-width": "10"}),
    )

    def clean_postcode(self) -> str:
        code = compact(self.cleaned_data["postcode"])
        if not code:
            raise forms.ValidationError(_("This is not a whole postcode. It looks like B30 2AA."))
        return code


class LetterForm(forms.Form):
    address = forms.CharField(
        label=_("House and street"),
        max_length=200,
        help_text=_("As on an envelope, without the postcode. We delete it three months after you have used the code."),
        error_messages={"required": _("Write the address to which the letter should go.")},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code in the letter"),
        max_length=20,
        help_text=_("Eight letters and digits, such as K7QH-3MZD."),
        error_messages={"required": _("Type the code that stands in the letter.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "data-width": "10"}
        ),
    )


class RegisterCheckForm(forms.Form):
    name = forms.CharField(
        label=_("Your full name"),
        max_length=120,
        help_text=_("As it stands in the register of electors. We do not keep it."),
        error_messages={"required": _("Give your full name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    reference = forms.CharField(
        label=_("Your number"),
        max_length=40,
        help_text=_("It stands on the card or letter that the council sent you."),
        error_messages={"required": _("Give the number on your card.")},
    )

    def __init__(self, *args: Any, with_reference: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_reference:
            del self.fields["reference"]


class StandingForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("How do you take part?"),
        choices=[choice for choice in StakeholderKind.choices if choice[0] != StakeholderKind.RESIDENT],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you take part.")},
    )
    of = forms.CharField(
        label=_("Which service or organisation?"),
        max_length=120,
        help_text=_("For example home care, or Stirchley Library."),
        error_messages={"required": _("Say which service or organisation.")},
    )


class DeleteForm(forms.Form):
    sure = forms.BooleanField(
        label=_("I understand that this cannot be undone."),
        error_messages={"required": _("Tick the box if you want to delete your account.")},
    )


class RegisterForm(forms.Form):
    label = forms.CharField(
        label=_("What is this list?"),
        max_length=120,
        help_text=_("For example: register of electors, December 2026."),
        error_messages={"required": _("Say which list this is.")},
    )
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_(
            "With a heading line; columns name (or first_name and last_name) and postcode, and if you like ward (code) and reference. At most 10 MB."
        ),
        error_messages={"required": _("Choose a file.")},
    )

    def clean_file(self) -> Any:
        found = self.cleaned_data["file"]
        if found.size > 10 * MEGABYTE:
            raise forms.ValidationError(_("This file is larger than 10 MB. Split it by area."))
        return found


class GrantForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address of the person"),
        error_messages={"required": _("Give the e-mail address of an account.")},
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    until = forms.DateField(
        label=_("First day without it"),
        required=False,
        help_text=_("Leave it empty where no end is known."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(label=_("Why"), max_length=200, required=False)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        self.found = (
            User.objects.filter(email=email, is_active=True, person__erased_at=None).select_related("person").first()
        )
        if self.found is None:
            raise forms.ValidationError(_("Nobody has an account with this address. Ask them to sign up first."))
        return email


class TermsForm(forms.Form):
    text = forms.CharField(
        label=_("The terms"),
        max_length=50_000,
        help_text=_(
            "Plain English. A line that begins with ## is a heading, one that begins with - is a point in a list."
        ),
        error_messages={"required": _("Write the terms.")},
        widget=forms.Textarea(attrs={"rows": 24}),
    )
    must_accept_again = forms.BooleanField(
        label=_("Everybody must accept them before they take part again"),
        required=False,
        help_text=_("For a change that touches people's rights. Reading stays open to all."),
    )
