"""Who said that they would come: places, some of them reserved by kind, and a waiting list in the order of asking."""

from django.db import models
from django.db.models import Q

from core import now
from meetings.models.gatherings import Gathering
from meetings.querysets import RegistrationQuerySet
from meetings.states import RESERVABLE, RegistrationState, Way


class Pool(models.Model):
    """So many places for everybody, or reserved for one kind of people. No pool at all: nobody need register.

    That no more people are in a pool than it has places is held by a trigger, whatever the code above does.
    """

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="pools")
    kind = models.CharField(max_length=20, choices=RESERVABLE, blank=True)  # "" is everybody
    size = models.PositiveIntegerField(null=True, blank=True)  # none: no limit

    class Meta:
        ordering = ("kind",)
        constraints = (
            models.UniqueConstraint(fields=("gathering", "kind"), name="pool_once"),
            # Without a limit for everybody there is nothing to reserve.
            models.CheckConstraint(condition=Q(kind="") | Q(size__isnull=False), name="pool_reserved_is_counted"),
        )

    def __str__(self) -> str:
        return f"{self.kind or 'everybody'}: {self.size}"


class Question(models.Model):
    """What the facilitator asks those who register; the answers are for facilitators alone."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("gathering", "number"), name="question_number"),)

    def __str__(self) -> str:
        return self.text


class Registration(models.Model):
    """One person's word that they will come. Private: the public sees how many there are.

    `number` is the order of asking; whoever cancels and asks again stands at the end. `pool` is where their place is: those who
    take part online beside a room have none, since they fill no chair.
    """

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="registrations")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.IN_PERSON)
    state = models.CharField(max_length=10, choices=RegistrationState.choices)
    pool = models.ForeignKey(Pool, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=8, unique=True)  # shown at the door
    needs = models.TextField(blank=True)  # to get in and take part; forgotten after the meeting
    at = models.DateTimeField(default=now)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("gathering", "person"), name="registration_once"),
            models.UniqueConstraint(fields=("gathering", "number"), name="registration_number"),
            models.CheckConstraint(condition=Q(state="in") | Q(pool=None), name="registration_place_is_taken"),
        )
        indexes = (
            models.Index(fields=("gathering", "number"), condition=Q(state="waiting"), name="registration_waiting"),
            models.Index(fields=("person", "-id"), name="registration_person"),
        )

    def __str__(self) -> str:
        return f"{self.gathering_id}: {self.person_id} {self.state}"


class Answer(models.Model):
    """What one person answered to one question."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("registration", "question"), name="answer_once"),)

    def __str__(self) -> str:
        return self.text
