"""Keep how far somebody has read a conversation."""

from typing import Any

from django.db import connection, transaction

from accounts.queries import person_of
from core import now
from core.verdicts import require
from forums.models import ReadingPosition, Thread
from forums.policies import may_mark_read

FORWARD = """
INSERT INTO forums_readingposition (person_id, thread_id, post_id, at)
SELECT %(person)s, %(thread)s, post.id, %(at)s FROM forums_post AS post
WHERE post.thread_id = %(thread)s AND post.id <= %(upto)s ORDER BY post.id DESC LIMIT 1
ON CONFLICT (person_id, thread_id) DO UPDATE SET post_id = EXCLUDED.post_id, at = EXCLUDED.at
WHERE forums_readingposition.post_id <= EXCLUDED.post_id
"""


@transaction.atomic
def mark_read(*, actor: Any, thread: Thread, upto: int) -> ReadingPosition | None:
    """This person has seen the thread up to post `upto`; a position never goes back, whichever of two windows is closed last.

    None where the thread has no post up to there.
    """
    require(may_mark_read(actor, thread))
    person = person_of(actor)
    assert person is not None  # the policy asked
    values: dict[str, Any] = {"person": person.pk, "thread": thread.pk, "upto": upto, "at": now()}
    with connection.cursor() as cursor:
        cursor.execute(FORWARD, values)
    return ReadingPosition.objects.filter(person=person, thread=thread).first()
