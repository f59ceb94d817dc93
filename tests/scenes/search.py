"""Documents about made-up records: gatherings serve as the records, since anybody may see them."""

from itertools import count

from core import now
from search import actions
from search.models import Document
from tests.scenes.chain import record

_number = count(1)
KIND = "meetings.gathering"


def document(title, body="", **fields):
    """One record that can be found by these words."""
    gathering = record(title)
    values = {"language": "en", "at": now(), "url": f"/meetings/{gathering.pk}/"} | fields
    actions.index(subject_kind=KIND, subject_id=gathering.pk, title=title, body=body, **values)
    return Document.objects.get(subject_kind=KIND, subject_id=gathering.pk)


def learned(*titles):
    """Documents with these titles, and the vocabulary learned from them."""
    made = [document(title) for title in titles]
    actions.refresh_words()
    return made
