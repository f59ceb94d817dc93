"""Who speaks under protection, worked out while they are here. Nothing of it is kept anywhere."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy as _

from accounts.models import Person, StakeholderKind, Standing, WorkerKind
from accounts.queries import person_of
from core.verdicts import Verdict, no, yes
from forums.models import Forum, Membership, Post, ProtectedVoice, Thread
from forums.queries.measures import measure
from forums.sealing import tag_of

WORKER = Q(standings__kind=StakeholderKind.SERVICE_WORKER, standings__checked_at__isnull=False)


@dataclass(frozen=True, slots=True)
class Protection:
    """How somebody would be named if they spoke under protection now."""

    label: str
    kind: WorkerKind | None
    named_kind: WorkerKind | None  # the kind as an officer has seen it, also where the group is too small to name it
    voice: ProtectedVoice | None  # none before the first time

    @property
    def is_broader(self) -> bool:
        return self.named_kind is not None and self.kind is None


def may_speak_protected(user: Any, forum: Forum) -> Verdict:
    """Somebody whose work in a public service an officer has seen, where enough others are known as workers too."""
    person = person_of(user)
    if person is None:
        return no(_("Sign in first."), remedy_url=reverse("account_login"), remedy_label=_("Sign in"))
    if _standing(person) is None:
        return no(
            _("Service workers speak under protection once an officer has seen that they are."),
            remedy_url=reverse("accounts:standing"),
            remedy_label=_("Say that you are a service worker"),
        )
    if _workers() < measure("voice.smallest_group"):
        return no(
            _(
                "So few people here are known as service workers that protection would not hide you. Nothing was published."
            )
        )
    return yes()


def protection_of(user: Any, forum: Forum) -> Protection | None:
    """How this user would be named here; None for whoever may not speak under protection. One query for most people."""
    person = person_of(user)
    standing = _standing(person) if person is not None else None
    if person is None or standing is None or not may_speak_protected(user, forum):
        return None
    voice = voice_of(person, forum)
    kind = standing.worker_kind
    # A voice that was a service worker's and no more stays so: to name its kind later would narrow who wrote the earlier posts.
    shown = kind if (voice is None or voice.kind_id == (kind and kind.pk)) and _is_large_enough(forum, kind) else None
    name = voice.pseudonym if voice else gettext("and a name that is drawn for you")
    return Protection(label_of(shown, name), shown, kind, voice)


def voice_of(person: Person | None, forum: Forum) -> ProtectedVoice | None:
    """The voice of this person in this forum, found again with the key."""
    if person is None:
        return None
    return ProtectedVoice.objects.select_related("kind").filter(tag=tag_of(forum.pk, person.pk)).first()


def wrote(user: Any, post: Post) -> bool:
    """Whether these are this user's own words, by name or under protection. No query by name; one where the post is protected."""
    return post.pk in own_among(user, [post])


def own_among(user: Any, posts: list[Post]) -> set[int]:
    """Those among these posts that are this user's own words, by name or under protection; one query where any is protected."""
    person = person_of(user)
    if person is None:
        return set()
    sealed = [one for one in posts if one.protected_id is not None]
    mine: set[int] = set()
    if sealed:
        tags = [tag_of(forum, person.pk) for forum in {one.thread.forum_id for one in sealed}]
        rows = ProtectedVoice.objects.filter(pk__in={one.protected_id for one in sealed}, tag__in=tags)
        mine = set(rows.values_list("pk", flat=True))
    return {
        one.pk
        for one in posts
        if (one.author_id == person.pk if one.protected_id is None else one.protected_id in mine)
    }


def unmixed(user: Any, thread: Thread, *, protected: bool) -> Verdict:
    """Yes, unless the user speaks in this conversation in the other way already: then a warning, to be passed over knowingly."""
    person = person_of(user)
    posts = Post.objects.filter(thread=thread)
    if protected:
        if thread.author_id != getattr(person, "pk", None) and not posts.filter(author=person).exists():
            return yes()
        return no(
            _("You speak in this conversation under your name already. Side by side, your words may show who you are.")
        )
    voice = _voice_unless_nobodys(user, thread.forum)
    if voice is None or not posts.filter(protected=voice).exists():
        return yes()
    return no(
        _("You speak in this conversation under protection already. Side by side, your words may show who you are.")
    )


def label_of(kind: WorkerKind | None, pseudonym: str) -> str:
    """What stands where a name would: "Home care worker Linden". Written once, so in the council's own language."""
    return f"{kind.title if kind is not None else 'Service worker'} {pseudonym}"


def _voice_unless_nobodys(user: Any, forum: Forum) -> ProtectedVoice | None:
    person = person_of(user)
    return voice_of(person, forum) if person is not None and _standing(person) is not None else None


def _standing(person: Person) -> Standing | None:
    """The standing as a service worker that an officer has seen; one whose kind is known goes first."""
    rows = Standing.objects.filter(person=person, kind=StakeholderKind.SERVICE_WORKER, checked_at__isnull=False)
    return rows.select_related("worker_kind").order_by("worker_kind_id", "id").first()


def _workers() -> int:
    return Person.objects.here().filter(WORKER).distinct().count()


def _is_large_enough(forum: Forum, kind: WorkerKind | None) -> bool:
    """Whether enough verified workers of the kind are members of the forum, where readers will look for the writer first."""
    if kind is None:
        return False
    inside = Membership.objects.current().filter(forum=forum).values("person_id")
    alike = Person.objects.here().filter(WORKER, standings__worker_kind=kind, pk__in=inside)
    return alike.distinct().count() >= measure("voice.smallest_group")
