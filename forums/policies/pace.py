"""Who has to wait in a slow conversation."""

from datetime import timedelta
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core import now
from core.clock import LONDON
from core.verdicts import Verdict, no, yes
from forums.models import Post, Thread


def in_time(thread: Thread, **speaker: Any) -> Verdict:
    """Whether the pace of the thread lets this speaker (`author=` or `protected=`) post now; no query where it is at any pace."""
    if not thread.is_slow:
        return yes()
    last = Post.objects.filter(thread=thread, **speaker).aggregate(last=Max("created_at"))["last"]
    pace = timedelta(minutes=thread.slow_minutes)
    if last is None or last + pace <= now():
        return yes()
    return no(
        _("This conversation goes slowly: one post per person in %(n)d minutes. You can post again at %(time)s.")
        % {"n": thread.slow_minutes, "time": (last + pace).astimezone(LONDON).strftime("%H:%M")}
    )
