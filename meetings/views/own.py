"""One's own meetings: what one has registered for, and a feed of them that calendars can read without signing in."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from core.http import done, page
from core.limits import limited
from meetings import actions, queries
from meetings.answers import feed_of


@never_cache
@login_required
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """What I have registered for, and my feed."""
    token = queries.calendar_token(request.user)
    feed = request.build_absolute_uri(reverse("meetings:own_feed", args=[token])) if token else ""
    return page(request, "meetings/mine.html", {"rows": queries.registrations_of(request.user), "feed": feed})


@login_required
@limited("meetings.key", times=10, seconds=3600)
@require_POST
def renew_key(request: HttpRequest) -> HttpResponse:
    """A new address for my feed."""
    actions.renew_calendar_key(actor=request.user)
    return done(request, reverse("meetings:mine"))


@require_GET
@limited("meetings.own_feed", times=600, seconds=3600)
def own_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The feed behind a token: the meetings of one person, kept by nobody in between."""
    found = queries.gatherings_of_token(token)
    if found is None:
        raise Http404
    response = feed_of(request, found, _("My meetings"))
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
