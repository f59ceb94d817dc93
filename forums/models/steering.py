"""What facilitators did to keep a conversation together."""

from django.conf import settings
from django.db import models

from forums.models.posts import Post
from forums.models.threads import Thread


class PostMove(models.Model):
    """A post went to another conversation with everything below it; a marker in its place says where and why."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    from_thread = models.ForeignKey(Thread, models.PROTECT, related_name="+")
    to_thread = models.ForeignKey(Thread, models.PROTECT, related_name="+")
    marker = models.OneToOneField(Post, models.PROTECT, related_name="marks")
    posts = models.PositiveIntegerField()  # how many went, the first one included
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(from_thread=models.F("to_thread")), name="move_goes_elsewhere"),
        )

    def __str__(self) -> str:
        return f"post {self.post_id} to {self.to_thread_id}"
