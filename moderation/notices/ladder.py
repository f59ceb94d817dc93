"""Who is told of a step on the ladder and its end."""

from collections.abc import Iterable

from accounts.models import Role
from accounts.queries import users_with_role
from ledger.models import Entry
from moderation.events import StepEnded, StepTaken
from moderation.models import LadderStep, Measure
from notifications.duties import Audience, tells


@tells(StepTaken, StepEnded)
def step_news(event: StepTaken | StepEnded, entry: Entry) -> Iterable[Audience]:
    found = Measure.objects.filter(pk=event.measure_id, person__user__isnull=False)
    yield Audience("author", found.values_list("person__user_id", flat=True))
    if isinstance(event, StepTaken) and event.step == LadderStep.Kind.REFERRAL:
        yield Audience("council", users_with_role(Role.MODERATOR))
