"""Setting up bodies, posts and seats."""

from typing import Any

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from clocks.models import Counting
from clocks.queries import rules_in_force
from committees.forms import fields
from committees.law import scopes_for
from committees.models import Body, Councillor, Paper, Portfolio, Seat
from committees.states import BodyKind, Scope, SeatKind
from core import forms, today
from forums.models import Mandate
from places.models import Area


class BodyForm(forms.Form):
    kind = forms.ChoiceField(label=_("What kind of body is it?"), choices=BodyKind.choices)
    name = forms.CharField(label=_("Name"), max_length=160)
    code = forms.SlugField(
        label=_("Code"),
        max_length=12,
        help_text=_("Two to twelve letters. They begin the references of everything it does, such as HSC."),
    )
    remit = fields.text(_("What is its business?"), limit=4000)
    topics = forms.CharField(
        label=_("Topics"),
        required=False,
        max_length=400,
        help_text=_("Separated by commas. Outputs are led here by them."),
    )
    portfolio = forms.ModelChoiceField(
        queryset=Portfolio.objects.order_by("sort_key"), label=_("Which portfolio does it go with?"), required=False
    )
    parent = forms.ModelChoiceField(
        queryset=Body.objects.order_by("sort_key"), label=_("Whose sub-committee is it?"), required=False
    )
    quorum = forms.IntegerField(
        label=_("How many voting members must be there to decide?"), min_value=1, max_value=200, initial=3
    )
    notice_rule = forms.ChoiceField(label=_("How long before a meeting must the agenda be out?"))
    answer_rule = forms.ChoiceField(label=_("How long has the cabinet to answer it?"))
    voting_scheme = forms.URLField(
        label=_("Address of the voting scheme"),
        required=False,
        assume_scheme="https",
        help_text=_("Only for scrutiny: without it co-optees cannot vote."),
    )
    disputes_needed = forms.IntegerField(
        label=_("How many disputes bring a delivery back?"), min_value=1, max_value=1000, initial=1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = [rule for rule in rules_in_force() if rule.key.startswith("committees.")]
        before = (Counting.CLEAR_DAYS_BEFORE, Counting.PLAIN_CLEAR_DAYS_BEFORE)
        notice, answer = self.fields["notice_rule"], self.fields["answer_rule"]
        notice.choices = [(rule.key, rule.title) for rule in rules if rule.counting in before]  # type: ignore[attr-defined]
        answers = [(rule.key, rule.title) for rule in rules if ".answer" in rule.key]
        answer.choices = [("", _("As is usual for its kind")), *answers]  # type: ignore[attr-defined]
        answer.required = False
        notice.initial = "committees.agenda"

    def clean_name(self) -> str:
        return with_address(self.cleaned_data["name"], Body)

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).upper()
        if Body.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Another body has this code."), code="taken")
        return code

    def clean_topics(self) -> list[str]:
        return [topic.strip() for topic in str(self.cleaned_data["topics"]).split(",") if topic.strip()]


class PortfolioForm(forms.Form):
    title = forms.CharField(
        label=_("What is the post responsible for?"), max_length=120, help_text=_("Such as: Health and Social Care.")
    )

    def clean_title(self) -> str:
        return with_address(self.cleaned_data["title"], Portfolio)


class CouncillorChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.ward.name}"


class HolderForm(forms.Form):
    councillor = CouncillorChoice(
        queryset=Councillor.objects.none(),
        label=_("Who holds the post?"),
        required=False,
        empty_label=_("Nobody: it is vacant"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["councillor"].queryset = in_office()  # type: ignore[attr-defined]


class CouncillorForm(forms.Form):
    person = fields.PersonField(label=_("E-mail address with which they sign in"))
    ward = forms.ModelChoiceField(
        queryset=Area.objects.filter(kind="ward").defer("boundary").order_by("sort_key"), label=_("Ward")
    )
    group = forms.CharField(label=_("Group"), max_length=60, required=False)
    since = fields.day(_("In office since"))


class SeatForm(forms.Form):
    """A vacant seat; only what the law gives such a seat on such a body can be chosen."""

    kind = forms.ChoiceField(label=_("For whom is the seat?"))
    scope = forms.ChoiceField(
        label=_("May it vote?"), choices=[("", _("As far as the law lets it")), *Scope.choices], required=False
    )
    label = forms.CharField(label=_("Whom does it speak for?"), max_length=120, required=False)
    chair = forms.BooleanField(label=_("It is the chair's seat"), required=False)

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body = body
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in SeatKind if scopes_for(body.kind, kind)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("scope") and data.get("kind") and data["scope"] not in scopes_for(self.body.kind, data["kind"]):
            self.add_error("scope", _("On a body of this kind such a seat cannot vote in that way."))
        return data


class PaperForm(forms.Form):
    """A document and where it is kept."""

    kind = forms.ChoiceField(label=_("What kind of document is it?"), choices=Paper.Kind.choices)
    title = forms.CharField(label=_("Title"), max_length=160)
    address = forms.URLField(
        label=_("Where is it kept?"),
        assume_scheme="https",
        max_length=200,
        help_text=_("An address that stays, such as https://… Readers are led there."),
    )


class MandateChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.name}, {obj.forum.title}"


class FillForm(forms.Form):
    """Who has the seat: a councillor, somebody with a forum's mandate, or anybody with an account."""

    appointed_by = forms.CharField(label=_("Who appointed or nominated them?"), max_length=160, required=False)
    term_ends = fields.day(_("Appointed until"), required=False)
    eligible = forms.BooleanField(
        label=_("I have checked that this person may have the seat"),
        help_text=_(
            "Not employed by the council or a company it controls, and not disqualified. Only this yes and today's date are kept."
        ),
    )

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        match seat.kind:
            case SeatKind.COUNCILLOR:
                self.fields["who"] = CouncillorChoice(
                    queryset=in_office(), label=_("Which councillor?"), empty_label=None
                )
            case SeatKind.FORUM:
                self.fields["who"] = MandateChoice(queryset=mandates(), label=_("Whose mandate?"), empty_label=None)
            case _kind:
                self.fields["who"] = fields.PersonField(label=_("E-mail address with which they sign in"))
        self.order_fields(("who", "appointed_by", "term_ends", "eligible"))

    @property
    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        who = data["who"]
        mandate = who if isinstance(who, Mandate) else None
        person = who.person if isinstance(who, Mandate | Councillor) else who
        shared = {name: data[name] for name in ("appointed_by", "term_ends", "eligible")}
        return shared | {"person": person, "mandate": mandate}


class VacateForm(forms.Form):
    reason = forms.CharField(label=_("Why is the seat vacant?"), max_length=200)


def with_address(name: str, model: type[Body] | type[Portfolio]) -> str:
    """The name, if its address is free: pages are found by their names, and some addresses have pages of their own."""
    slug = slugify(name)[:120]
    if not slug:
        raise forms.ValidationError(_("Give it a name with Latin letters or numbers, for its address."), code="letters")
    if slug in OTHER_PAGES or model.objects.filter(slug=slug).exists():
        raise forms.ValidationError(_("Something else has this name. Choose another one."), code="taken")
    return name


OTHER_PAGES = frozenset({"new", "owed", "councillors"})


def in_office() -> Any:
    rows = Councillor.objects.filter(until=None).select_related("ward", "person").defer("ward__boundary")
    return rows.order_by("name", "pk")


def mandates() -> Any:
    rows = Mandate.objects.filter(recalled_at=None, since__lte=today()).filter(Q(until=None) | Q(until__gt=today()))
    return rows.select_related("person", "forum").order_by("forum__sort_key", "pk")
