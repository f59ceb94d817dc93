"""Report something to its moderators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, hosts
from moderation.forms import FlagForm
from moderation.models import Flag
from moderation.policies import may_flag, may_flag_person
from moderation.views.loading import loaded


@require_http_methods(["GET", "POST"])
@limited("flag", times=20, seconds=3600)
def flag(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    user = viewer(request)
    record, context = loaded(user, kind, pk)
    context |= {"verdict": may_flag(user, record), "form": FlagForm(request.POST or None)}
    context["person"] = may_flag_person(user, record)
    if request.method == "GET":
        return page(request, "moderation/flag.html", context)
    require(context["verdict"])
    form = context["form"]
    if not form.is_valid():
        return invalid(request, "moderation/flag.html", context)
    made = actions.flag(actor=user, subject=record, host_key=hosts.host_of(record).key(record), **form.cleaned_data)
    messages.success(request, _thanks(made))
    return done(request, context["subject"].url)


@require_http_methods(["GET", "POST"])
@limited("flag", times=20, seconds=3600)
def flag_person(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Report whoever wrote this. The address names the words, never the person."""
    user = viewer(request)
    record, context = loaded(user, kind, pk)
    context |= {"verdict": may_flag_person(user, record), "form": FlagForm(request.POST or None)}
    if request.method == "GET":
        return page(request, "moderation/flag_person.html", context)
    require(context["verdict"])
    if not context["form"].is_valid():
        return invalid(request, "moderation/flag_person.html", context)
    actions.flag_person(actor=user, subject=record, **context["form"].cleaned_data)
    messages.success(request, _("Thank you. The moderators of the council look at it, and you will hear from them."))
    return done(request, context["subject"].url)


def _thanks(made: Flag) -> str:
    until = date_format(made.due, "j F") if made.due_at is None else date_format(localtime(made.due_at), "H:i, j F")
    sentence = _("Thank you. The moderators decide by %(until)s at the latest, and you will hear from them.")
    return sentence % {"until": until}
