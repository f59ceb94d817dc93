"""What is said to a debate while it runs, by those who lead it."""

from django.db import models
from django.utils.safestring import SafeString


class ThreadUpdate(models.Model):
    """A numbered, dated addition to the opening of a debate. It is never edited: what it got wrong, the next one puts right."""

    thread = models.ForeignKey("forums.Thread", models.PROTECT, related_name="updates")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    text_html = models.TextField()
    author = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("thread", "number"), name="thread_update_number"),)

    def __str__(self) -> str:
        return f"update {self.number} of {self.thread_id}"

    @property
    def words(self) -> SafeString:
        """The text as HTML that was made safe when it was stored."""
        return SafeString(self.text_html)
