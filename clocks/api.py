"""Rules and holidays over the API; a clerk adds a proclaimed day."""

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from clocks import actions, queries
from clocks.computing import compute, rule_in_words
from clocks.forms import HolidayForm, WorkOutForm
from clocks.models import Holiday, Rule
from core.api import REFUSALS, checked, sent
from core.limits import limited


class RuleSerializer(serializers.ModelSerializer):
    words = serializers.SerializerMethodField()

    class Meta:
        model = Rule
        fields = (
            "key",
            "version",
            "title",
            "counting",
            "amount",
            "profile",
            "words",
            "source",
            "to_check",
            "valid_from",
        )

    def get_words(self, rule: Rule) -> str:
        return rule_in_words(rule)


class HolidaySerializer(serializers.ModelSerializer):
    class Meta:
        model = Holiday
        fields = ("date", "name", "proclaimed")


class NewHolidaySerializer(serializers.Serializer):
    date = serializers.DateField()
    name = serializers.CharField(max_length=80)


class WorkOutSerializer(serializers.Serializer):
    rule = serializers.CharField()
    start = serializers.DateField()


class ComputedSerializer(serializers.Serializer):
    due = serializers.DateField()
    explanation = serializers.CharField()


@extend_schema(operation_id="clocks_rules", responses=RuleSerializer(many=True))
@api_view(["GET"])
def rules(request: Request) -> Response:
    """Every rule in force."""
    return Response(RuleSerializer(queries.rules_in_force(), many=True).data)


@extend_schema(
    operation_id="clocks_work_out", parameters=[WorkOutSerializer], responses={200: ComputedSerializer, **REFUSALS}
)
@api_view(["GET"])
def work_out(request: Request) -> Response:
    """The date that a rule gives, and how it comes about."""
    form = WorkOutForm(request.query_params)
    asked = checked(form)
    return Response(ComputedSerializer(compute(form.rules[asked["rule"]], asked["start"], queries.holidays())).data)


@extend_schema(methods=["GET"], operation_id="clocks_holidays", responses=HolidaySerializer(many=True))
@extend_schema(
    methods=["POST"],
    operation_id="clocks_holiday_add",
    request=NewHolidaySerializer,
    responses={201: HolidaySerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("clocks.holiday", times=20, seconds=3600)
def holidays(request: Request) -> Response:
    """The days on which the offices are closed. A clerk may add one, and open deadlines move with it."""
    if request.method == "GET":
        return Response(HolidaySerializer(Holiday.objects.all(), many=True).data)
    added = actions.add_holiday(actor=request.user, **checked(HolidayForm(sent(request))))
    return Response(HolidaySerializer(added).data, status=201)


urlpatterns = [
    path("clocks/rules/", rules, name="clocks-rules"),
    path("clocks/work-out/", work_out, name="clocks-work-out"),
    path("clocks/holidays/", holidays, name="clocks-holidays"),
]
