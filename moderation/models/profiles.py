"""The public name of a person, as something that can be reported and decided on."""

from django.db import models

from moderation.models.moderated import Moderated


class Profile(Moderated):
    """Made when somebody first reports a person. While it is hidden the person has no public name of their own choice."""

    person = models.OneToOneField("accounts.Person", models.CASCADE, related_name="+")
    withheld = models.CharField(max_length=80, blank=True)  # the name that is not shown now
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"the name of person {self.person_id}"
