"""What one forum runs beside its proposals: a process in three phases, a survey, a ballot of its members, questions and answers."""

from datetime import timedelta
from typing import Any

from ballots.queries import ballots_about
from core import now
from core.subjects import key_of
from forums.actions import create_process, open_activity, set_phase
from forums.actions.asking_members import certify_activity, open_ballot
from forums.actions.questions import answer_question, ask, back_question
from forums.actions.surveys import add_survey_question, answer_survey
from forums.models import Activity, AskedQuestion, Phase
from forums.states import ActivityKind, SurveyKind
from portal.demo.acts import after_challenge, voted
from portal.demo.stage import Story
from portal.demo.world import World

CODE = "JOB"
SURVEY: tuple[dict[str, Any], ...] = (
    {"kind": SurveyKind.ONE, "text": "When could you come to a class?", "options": ["In the morning", "In the afternoon", "In the evening", "At no time"], "required": True},
    {"kind": SurveyKind.SEVERAL, "text": "What keeps you from learning?", "options": ["The fare", "Childcare", "The hours I work", "Nobody told me"]},
    {"kind": SurveyKind.SCALE, "text": "How easy is it to find out what there is?"},
    {"kind": SurveyKind.LONG, "text": "What would you learn?"},
)  # fmt: skip
WISHES = ("Bookkeeping, for the shop.", "English for my husband.", "To drive a bus.", "How to mend a boiler.")


def stories(world: World) -> list[Story]:
    return [_process(world), _members_asked(world), _questions(world)]


def _process(world: World) -> Story:
    """Listening, by a survey that is over; working out, now; deciding, to come."""
    yield world.calendar.weekday_ago(38)
    facilitator, forum, calendar = world.facilitators[CODE], world.forums[CODE], world.calendar
    process = create_process(
        actor=facilitator,
        forum=forum,
        title="Learning within walking distance",
        purpose="Which classes the city should bring back to the neighbourhoods, and when in the day.",
        involvement="consult",
        topics=["skills"],
        sure=True,
    )
    listening = set_phase(
        actor=facilitator, process=process, title="Listen", starts_at=now(), ends_at=calendar.ago(20, 18),
        happens="A survey of one page. Everybody who lives here can answer.",
    )  # fmt: skip
    set_phase(
        actor=facilitator, process=process, title="Work it out", starts_at=calendar.ago(20, 18),
        ends_at=calendar.ago(-25, 18), happens="The forum writes down three ways to do it, with what each would cost.",
        call_label="Make a proposal", call_url=f"/forums/activities/{world.activities[CODE].pk}/",
    )  # fmt: skip
    set_phase(
        actor=facilitator, process=process, title="Decide", starts_at=calendar.ago(-25, 18),
        ends_at=calendar.ago(-50, 18), happens="The members vote, and the result goes to the committee.",
    )  # fmt: skip
    survey = _survey(world, listening)
    yield calendar.weekday_ago(33)
    _answers(world, survey)


def _survey(world: World, phase: Phase) -> Activity:
    survey = open_activity(
        actor=world.facilitators[CODE],
        forum=world.forums[CODE],
        kind=ActivityKind.SURVEY,
        title="Where and when would you learn?",
        explanation="Four questions, two minutes. What comes out is read by those who plan the classes.",
        opens_at=now(),
        closes_at=phase.ends_at,
        phase=phase,
    )
    for question in SURVEY:
        add_survey_question(actor=world.facilitators[CODE], activity=survey, **question)
    return survey


def _answers(world: World, survey: Activity) -> None:
    """Thirty-four people: most come in the evening, and so few at no time that their number is not shown."""
    for number, user in enumerate(world.citizens[:34]):
        values: dict[str, Any] = {"q1": (2, 2, 0, 2, 1, 2, 0, 2, 1, 2)[number % 10] if number < 31 else 3}
        values["q2"] = [option for option in range(4) if (number + option) % (option + 2) == 0]
        values["q3"] = (2, 1, 3, 2, 4)[number % 5]
        values["q4"] = WISHES[number % 4] if number % 6 == 0 else ""
        answer_survey(actor=user, activity=_loaded(survey), values=values)


def _members_asked(world: World) -> Story:
    """The members of the forum vote on a question, and their answer is certified."""
    yield world.calendar.weekday_ago(30)
    activity = open_ballot(
        actor=world.facilitators[CODE],
        forum=world.forums[CODE],
        title="Shall we meet in the evening from September on?",
        explanation="So far we meet at two in the afternoon.",
        opens_at=now(),
        closes_at=now() + timedelta(days=7),
    )
    yield world.calendar.weekday_ago(27)
    ballot = _ballot(activity)
    voted(world, CODE, ballot, no=2)
    yield ballot.closes_at + timedelta(minutes=5)
    yield after_challenge(world)
    certify_activity(actor=world.facilitators[CODE], activity=_loaded(activity))


def _questions(world: World) -> Story:
    """One question is answered, with the role of who answered; one waits."""
    yield world.calendar.weekday_ago(16)
    members, facilitator = world.members[CODE], world.facilitators[CODE]
    asking = open_activity(
        actor=facilitator,
        forum=world.forums[CODE],
        kind=ActivityKind.QUESTIONS,
        title="Ask about evening classes",
        explanation="Ask what you want to know about classes in the city. A facilitator or an officer answers here.",
        opens_at=now(),
    )
    which = ask(
        actor=members[0], activity=asking, title="Which libraries stay open after six?",
        opening="I work until half past five.",
    )  # fmt: skip
    open_activity(
        actor=facilitator,
        forum=world.forums[CODE],
        kind=ActivityKind.DEBATE,
        title="Three ways to bring classes back",
        explanation="Once the three are written down: which of them would you come to, and which would you pay for?",
        opens_at=world.calendar.ago(-14, 9),
        closes_at=world.calendar.ago(-24, 18),
    )
    cost = ask(actor=members[1], activity=asking, title="What would a class in every ward cost?")
    yield world.calendar.weekday_ago(12)
    for question, wanting in ((which, members[2:6]), (cost, members[3:5])):
        for user in wanting:
            back_question(actor=user, question=_asked(question))
    yield world.calendar.weekday_ago(9)
    words = "Four of them, on **Tuesdays and Thursdays** until eight. The list is at every desk."
    answer_question(actor=facilitator, question=_asked(which), body=words)


def _ballot(activity: Activity) -> Any:
    return ballots_about(key_of(activity)).get()


def _loaded(activity: Activity) -> Activity:
    return Activity.objects.select_related("forum").get(pk=activity.pk)


def _asked(question: AskedQuestion) -> AskedQuestion:
    return AskedQuestion.objects.for_page().get(pk=question.pk)
