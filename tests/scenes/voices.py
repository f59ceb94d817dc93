"""Service workers whom an officer has seen, and one of them who speaks under protection."""

from accounts.actions import check_standing, declare_standing
from accounts.models import Person, User, WorkerKind
from forums.actions import join, reply
from forums.models import Post
from tests import cast

FAR = 8_000_000_017  # a key of a sign-in that is the key of nothing else, so that a search for it finds every leak


def officer():
    return cast.person("Officer of the scene", level=3, roles=("clerk",)).user


def worker(name="", *, kind="home-care", by=None, user=None):
    """A sign-in whose standing as a service worker was checked."""
    found = user or cast.person(name, level=3).user
    standing = declare_standing(actor=found, kind="service_worker", of="home care")
    known = WorkerKind.objects.filter(code=kind).first()
    check_standing(actor=by or officer(), standing=standing, worker_kind=known)
    return found


def colleagues(forum, number=5, *, kind="home-care"):
    """So many workers of one kind who are members of the forum."""
    by = officer()
    found = [worker(kind=kind, by=by) for _one in range(number)]
    for one in found:
        join(actor=one, forum=forum)
    return found


def hidden_person(name="Quillon Vantreight", email="quillon.vantreight@example.org"):
    """Somebody whose name, address and keys stand nowhere else."""
    user = User.objects.create(pk=FAR, email=email, password="!")
    home = cast.ward()
    Person.objects.create(pk=FAR + 1_000_000_000, user=user, name=name, level=3, ward=home, invented=True)
    return User.objects.select_related("person").get(pk=FAR)


def speak(user, thread, body="The rota leaves ten minutes.", **more):
    return reply(actor=user, thread=thread, body=body, protected=True, **more)


def loaded(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)
