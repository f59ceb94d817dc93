"""Three forums with one conversation each, ten times as long as the one before; reports of it wait with a facilitator."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.db import connection

from accounts.models import Person, User
from core import now
from forums.actions import ImportedPost, import_posts
from forums.models import Forum, Membership, Post, Thread
from forums.states import MemberRole
from moderation.actions import flag
from moderation.models import Reason
from tests.bench import words

CONVERSATIONS = (100, 1_000, 10_000)  # posts
REPORTED = 20  # one post in so many is reported
BACKEND = "accounts.backends.PersonBackend"

SPEAKERS = """
UPDATE forums_post p SET author_id = h.id, author_label = ''
FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM accounts_person) h
WHERE h.place = (p.id * 7) % (SELECT count(*) FROM accounts_person)
"""


@dataclass(frozen=True)
class Assembly:
    """A forum, its conversation with the first of its posts, and the session of who runs it."""

    forum: str
    thread: int
    first_post: int
    facilitator: str


def assembled() -> dict[int, Assembly]:
    forums = list(Forum.objects.order_by("id")[: len(CONVERSATIONS)])
    threads = [_conversation(forum, number) for forum, number in zip(forums, CONVERSATIONS, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(SPEAKERS)
    # Whoever wrote in a conversation stands aside from it, so who runs it comes after all have spoken.
    return {thread.post_count: _assembly(thread) for thread in threads}


def _conversation(forum: Forum, number: int) -> Thread:
    moment = now()
    thread = Thread.objects.create(
        forum=forum, title=words.title(), opening_html=words.paragraphs(1, 40), created_at=moment, last_post_at=moment
    )
    import_posts(posts=posts_of(thread.pk, number))
    thread.refresh_from_db()
    assert thread.post_count == number
    return thread


def _assembly(thread: Thread) -> Assembly:
    posts = list(Post.objects.filter(thread=thread).order_by("id"))
    _report(thread.forum, posts)
    return Assembly(thread.forum.slug, thread.pk, posts[0].pk, _facilitator(thread.forum))


def _report(forum: Forum, posts: list[Post]) -> None:
    reason = Reason.objects.exclude(code=Reason.UNLAWFUL)[0]
    users = list(User.objects.order_by("-id")[:50])
    for n, post in enumerate(posts[::REPORTED]):
        actor = next(user for user in users[n % 40 :] if user.person.pk != post.author_id)
        flag(actor=actor, subject=post, reason=reason, host_key=f"forum:{forum.pk}")


def _facilitator(forum: Forum) -> str:
    user = User.objects.create(email=f"facilitator.{forum.pk}@example.org", password="!")
    person = Person.objects.create(user=user, name=words.name(), level=3)
    Membership.objects.create(forum=forum, person=person, role=MemberRole.FACILITATOR, joined_at=now())
    return sign_in([user])[0]


def posts_of(thread: int, number: int) -> list[ImportedPost]:
    made: list[ImportedPost] = []
    for n in range(number):
        answers = words.dice.choice(made).source_id if made and words.dice.random() < 0.4 else ""
        made.append(
            ImportedPost(
                thread_id=thread, source="made-up", source_id=f"{thread}-{n}", html=words.paragraphs(1, 48),
                author_label="Somebody", created_at=now() - timedelta(minutes=10_000 - n), parent_source_id=answers,
                stance=words.dice.choice(("for", "against", "neutral")), useful=words.dice.randint(0, 40),
            )
        )  # fmt: skip
    return made


def sign_in(users: list[User]) -> list[str]:
    """Each has a session, in the table and in the cache, as after the page that leads to an act."""
    keys = []
    for user in users:
        session = SessionStore()
        session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), BACKEND
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        keys.append(session.session_key)
    return keys
