"""Conversations with something to sum up, and summaries in every state."""

from datetime import timedelta

from core import clock, now
from forums.actions import answer_point, close_summary, open_summary, reply, write_point
from forums.models import Point, Summary


def said(thread, by, *, quoting=None):
    """Three posts for, three against, one that quotes another."""
    bodies = (
        ("for", "Longer visits would give carers time to help people wash and eat without hurry."),
        ("for", "Longer visits mean that carers notice when somebody is ill or has stopped eating."),
        ("for", "With longer visits my mother could wash and eat in peace."),
        ("against", "Longer visits cost money that the council takes from libraries and parks."),
        ("against", "The council has no money for longer visits unless taxes rise for everybody."),
        ("against", "Taxes rise every year, and money goes to visits that nobody asked for."),
    )
    posts = [reply(actor=by, thread=thread, body=body, stance=stance) for stance, body in bodies]
    quote = f"> {bodies[3][1]}\n\nWhich parks, and how much?"
    return [*posts, reply(actor=quoting or by, thread=thread, body=quote, parent=posts[3])]


def draft(thread, *, by, posts, points=2):
    """A draft in which each point cites one post."""
    for number in range(points):
        write_point(actor=by, thread=thread, text=f"Finding {number + 1}.", posts=[posts[number]])
    return Summary.objects.get(thread=thread, state="draft")


def opened(thread, *, by, posts, points=2):
    return open_summary(actor=by, summary=draft(thread, by=by, posts=posts, points=points))


def answered(summary, *, agree=(), object_=(), reason="It was said otherwise.", shown="reason"):
    """These members agree to each point, and those object to the last one."""
    points = list(summary.points.all())
    for member in agree:
        for point in points:
            answer_point(actor=member, point=point, agrees=True)
    for member in object_:
        for point in points:
            last = point == points[-1]
            answer_point(actor=member, point=point, agrees=not last, reason=reason if last else "", shown=shown)


def closed(summary):
    """As it stands when its clock has closed it."""
    with clock.at(now() + timedelta(days=30)):
        return close_summary(summary=Summary.objects.get(pk=summary.pk))


def first(summary):
    return Point.objects.select_related("summary__thread__forum").filter(summary=summary).first()
