"""What the API of forums loads for every act."""

from django.shortcuts import get_object_or_404
from rest_framework.request import Request

from forums.models import Forum, Thread


def forum_at(request: Request, slug: str) -> Forum:
    return get_object_or_404(Forum.objects.visible_to(request.user), slug=slug)


def thread_at(request: Request, pk: int) -> Thread:
    """Raises 404 for a conversation that this visitor does not see."""
    return get_object_or_404(Thread.objects.visible_to(request.user).for_page(), pk=pk)
