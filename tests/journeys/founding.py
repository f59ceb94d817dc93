"""From a wish for a forum to a forum that runs under rules of its own, as those who found it see it."""

import re

FORUM = "Nights on the Buses"
PURPOSE = "People who work, care or come home at night, and those who drive them. We ask what would make nights safe and the buses full."
NO_LONGER_NEEDED = "Nights are when the council is asked least, and the buses are its business."
FIRST_RULES = "These are how we found that we can meet: each first Tuesday, after the late shift has begun."
OFTENER = "Once a month is too seldom while the new timetable is drawn up. Let us meet every two weeks."


def ask(miriam):
    miriam.follow("Forums", within="header").follow("Ask for a forum")
    miriam.choose("What kind of forum?", "issue forum").fill("What is the forum called?", FORUM).fill(
        "What is it for?", PURPOSE
    )
    miriam.fill("Topics", "buses, home care").press("Ask for it").reads(FORUM, "gathering", "You back this request.")


def back(*visitors):
    """Each finds it in the list; only the number is shown."""
    for visitor in visitors:
        visitor.follow("Forums", within="header").follow("Requests for forums").follow(FORUM)
        visitor.press("Back this request").reads("You back this request.")


def say_yes(clara):
    """The council's answer, from the desk on which it waits with its day."""
    clara.at_desk("Clerk's desk").reads("Request for a forum").follow(re.compile(f"Answer the request.*{FORUM}"))
    with clara.meeting(422):
        clara.choose("What does the council say?", "Yes").press("Publish the answer").reads("There is a problem")
    clara.fill("Why?", NO_LONGER_NEEDED).fill("Code of the forum", "NIGHT").press("Publish the answer")
    clara.reads("The council agreed", NO_LONGER_NEEDED).follow(FORUM).reads("This forum is being founded.")


def appoint(clara, fay):
    clara.follow(re.compile(r"\d+ ward")).fill("The e-mail address they sign in with", fay.user.email).press(
        "Appoint as facilitator"
    )
    clara.reads(fay.user.person.name)


def join(*visitors):
    for visitor in visitors:
        visitor.follow("Forums", within="header").follow("Requests for forums").follow(FORUM).follow(FORUM)
        visitor.follow("Join this forum").press("Join").reads("You are a member of this forum.")


def propose_first_rules(miriam):
    miriam.follow("Its first rules").follow("Propose the first rules")
    meets(miriam, every="1", unit="months", weekday="Tuesday", nth="first")
    miriam.fill("How many members must be there", "2").fill("How many supports", "2")
    miriam.fill("For how many days is a change", "7").fill("Why should the rules be like this?", FIRST_RULES)
    miriam.press("Propose it to the members").reads("The members vote from", FIRST_RULES)


def propose_to_meet_oftener(mia):
    mia.follow("Forums", within="header").follow(FORUM).follow("its own rules").follow("Propose a change")
    meets(mia, every="2", unit="weeks", weekday="Thursday")
    mia.fill("Why should the rules be like this?", OFTENER).press("Propose it to the members")
    mia.reads("What would change", OFTENER)


def meets(visitor, *, every, unit, weekday, nth=""):
    visitor.fill("It meets every so many", every).choose("Weeks or months?", unit).pick("On which day", weekday)
    if nth:
        visitor.pick("Which one of the month?", nth)
    visitor.fill("At what time?", "19:00").fill("For how many minutes?", "120").fill("Where?", "Digbeth Hall")


def vote(visitor, choice):
    visitor.follow("My page", within="header").follow(re.compile("Shall these be the rules of"))
    visitor.choose("Your vote", choice).press("Vote").reads("Your vote is in", "Your tracker is")


def see_both_rules(visitor):
    """Anybody reads what changed, and which meetings stand under which version."""
    visitor.follow("Forums", within="header").follow(FORUM).follow("its own rules").reads("Version 2, in force since")
    visitor.follow("Version 1").reads("In force from", "Meetings under these rules", "3 November")
    visitor.follow("Rules").follow("Version 2").reads("What it changed", "Meetings under these rules", "December")
