"""A worker's own page of their protected voice. It is worked out while they look, and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.policies import signed_in
from accounts.queries import person_of
from core import now
from core.http import page
from core.ui.asking import viewer
from core.verdicts import require
from forums.models import Forum, Post
from forums.policies import editable_until
from forums.protection import may_speak_protected, protection_of, voice_of
from forums.queries.measures import editing_time, measure
from forums.queries.protection import became_of, said_by


@never_cache
@require_GET
def voice(request: HttpRequest, slug: str) -> HttpResponse:
    """What was said by the voice of whoever asks, what was decided about it, and where to appeal."""
    user = viewer(request)
    require(signed_in(user))
    forum = get_object_or_404(Forum.objects.visible_to(user), slug=slug)
    mine = voice_of(person_of(user), forum)
    found = said_by(mine, request.GET.get("after", ""), request.GET.get("before", "")) if mine is not None else None
    context = {
        "forum": forum,
        "voice": mine,
        "protection": protection_of(user, forum),
        "verdict": may_speak_protected(user, forum),
        "smallest_group": measure("voice.smallest_group"),
        "page": found,
        "posts": became_of(found.rows) if found is not None else [],
        "editable": _editable(found.rows) if found is not None else (),
    }
    return page(request, "forums/voice.html", context)


def _editable(posts: list[Post]) -> set[int]:
    """Those that can still be put right; the page of the act asks the policy."""
    time = editing_time()
    return {post.pk for post in posts if post.has_words and now() <= editable_until(post, time)}
