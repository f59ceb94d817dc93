"""An item before the committee, over the API: drafts, named votes, and what came of it."""

from django import forms
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.endpoints import act, asked
from committees.api.serializers import AgendaItemSerializer, RecommendationDetailSerializer
from committees.forms.consideration import AdjournForm, ConcludeForm, DraftForm, IssueForm
from committees.states import VoteChoice
from committees.views.loading import item_or_404, recommendation_or_404
from core.api import checked, sent
from core.shapes import shape_of
from core.text import number
from core.verdicts import require

VoteSerializer = inline_serializer(
    "NamedVotes",
    {
        "votes": serializers.DictField(
            child=serializers.ChoiceField(VoteChoice.choices), help_text="a choice by id of the seat"
        ),
        "casting_vote": serializers.CharField(required=False),
    },
)
IssueSerializer = inline_serializer("Issue", {"received_on": serializers.DateField()})
AdjournSerializer = shape_of("Adjourn", AdjournForm, meeting=serializers.IntegerField(help_text="its id"))


@act("draft", shape_of("Draft", DraftForm), RecommendationDetailSerializer, made=201)
def recommend(request: Request, pk: int) -> Response:
    """One ask to one cabinet member, given by the portfolio; adopted, its words are final."""
    found = item_or_404(pk)
    given = asked(policies.may_recommend(request.user, found), DraftForm(sent(request)))
    made = actions.draft_recommendation(actor=request.user, agenda_item=found, **given)
    return _recommendation(made.reference, status=201)


@act("conclude", shape_of("Conclude", ConcludeForm), AgendaItemSerializer)
def conclude(request: Request, pk: int) -> Response:
    """What came of it; where the committee recommended nothing, the outcome is the reason."""
    found = item_or_404(pk)
    given = asked(policies.may_conclude(request.user, found), ConcludeForm(sent(request)))
    actions.conclude_item(actor=request.user, agenda_item=found, **given)
    return _item(pk)


@act("adjourn", AdjournSerializer, AgendaItemSerializer)
def adjourn(request: Request, pk: int) -> Response:
    """Put off to a named meeting of the same body; answers with the item on that meeting's agenda."""
    found = item_or_404(pk)
    given = asked(policies.may_adjourn(request.user, found), AdjournForm(sent(request), item=found))
    return _item(actions.adjourn_item(actor=request.user, agenda_item=found, **given).pk)


@act("vote", VoteSerializer, RecommendationDetailSerializer)
def vote(request: Request, reference: str) -> Response:
    """A clerk writes down how each seat voted; every vote is by name."""
    found = recommendation_or_404(reference)
    require(policies.may_record_vote(request.user, found))
    actions.vote_recommendation(actor=request.user, recommendation=found, **checked(VotesForm(sent(request))))
    return _recommendation(reference)


@act("issue", IssueSerializer, RecommendationDetailSerializer)
def issue(request: Request, reference: str) -> Response:
    """The cabinet member has received it on that day, and the time for the answer begins."""
    found = recommendation_or_404(reference)
    given = asked(policies.may_issue(request.user, found), IssueForm(sent(request)))
    actions.issue_recommendation(actor=request.user, recommendation=found, **given)
    return _recommendation(reference)


@act("withdraw_draft", None, RecommendationDetailSerializer)
def withdraw(request: Request, reference: str) -> Response:
    """A draft that was not voted on is taken back."""
    actions.withdraw_draft(actor=request.user, recommendation=recommendation_or_404(reference))
    return _recommendation(reference)


class VotesForm(forms.Form):
    """A choice by id of the seat."""

    votes = forms.JSONField()
    casting_vote = forms.ChoiceField(choices=[("", ""), *VoteChoice.choices[:2]], required=False)

    def clean_votes(self) -> dict[int, str]:
        given = self.cleaned_data["votes"]
        if not isinstance(given, dict) or not all(
            number(key) and value in VoteChoice.values for key, value in given.items()
        ):
            raise forms.ValidationError("Give a choice (for, against, abstain) by id of the seat.")
        return {number(key): value for key, value in given.items()}


def _recommendation(reference: str, *, status: int = 200) -> Response:
    return Response(RecommendationDetailSerializer(recommendation_or_404(reference)).data, status=status)


def _item(pk: int) -> Response:
    return Response(AgendaItemSerializer(item_or_404(pk)).data)
