"""What was read is written to the counters."""

from django.db import transaction
from django.db.models import F

from accounts.models import Person
from moderation import reading
from moderation.models import Trust


@transaction.atomic
def fold_reading() -> int:
    """Everybody's counter knows of the conversations opened since; gives how many people those were."""
    found = reading.collected()
    people = dict(Person.objects.filter(user__in=found).values_list("user_id", "pk"))
    for user_id, number in found.items():
        if user_id in people:
            Trust.objects.get_or_create(person_id=people[user_id])
            Trust.objects.filter(person=people[user_id]).update(threads_read=F("threads_read") + number)
    return len(people)
