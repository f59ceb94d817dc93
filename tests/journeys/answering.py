"""From a referral to a delivery that one of those who asked disputes, as the council and the citizens see it."""

import re

from tests.journeys.carrying import OUTPUT

ASK = "Set thirty minutes as the shortest home care visit in every contract."
MEASURE = "No contract allows a visit below thirty minutes."
PROMISE = "New contracts name thirty minutes as the shortest visit."
ANSWER = "Fifteen minutes cannot hold a wash, a meal and a word; the contracts are renewed this year anyway."
EVIDENCE = "All nine contracts are signed and published."
DISPUTE = "My mother still gets fifteen minutes; I can show the book."
VOTES = {"Esi Boateng": "For", "Moira Hall": "Against", "Ravi Hall": "For", "Uma Daley": "For", "Wes Kaur": "Abstained"}


def acknowledge(clara, output=OUTPUT):
    clara.at_desk("Clerk's desk").follow(re.compile(f"Confirm that it has arrived.*{output}"))
    clara.press("Confirm that it has arrived").reads("acknowledged").sees_line("pppo...")


def call_a_meeting(clara, body, day="2026-11-18", out_by="Tuesday 10 November"):
    clara.at_desk("Clerk's desk").follow("Bodies and meetings").follow(body.name).follow("Call a meeting")
    clara.fill("On which day?", day).fill("It begins at", "18:00").fill("It ends at about", "20:00")
    clara.fill("Where?", "Council House, room 2").press("Call it")
    clara.reads(f"The agenda is out by {out_by} at 17:00.", "There is nothing on the agenda yet.")


def accept(esi, output=OUTPUT, day="Wednesday 18 November 2026"):
    """The chair decides, at her own desk."""
    esi.at_desk("Councillor's desk").follow(re.compile(f"Decide what becomes of it.*{output}"))
    esi.follow("Accept it to a meeting").pick("Which meeting?", f"{day}, 18:00 (date set)")
    esi.press("Accept it").reads(f"It will be considered at 18:00 on {day.partition(' ')[2]}.").sees_line("pppo...")


def publish_the_agenda(clara, output=OUTPUT, day="Wednesday 18 November 2026", last="Tuesday 10 November 2026"):
    clara.at_desk("Clerk's desk").reads("Agenda").follow(re.compile("Publish the agenda"))
    clara.reads(f"For 5 clear days before {day}, the last day is {last}")
    clara.press("Publish it").reads("Proof of publication", f"1. {output}")


def hold_the_meeting(clara, output=OUTPUT):
    clara.at_desk("Clerk's desk").reads("Meetings to hold").follow("Health and Social Care Scrutiny Committee")
    clara.press("Open the meeting").follow("Write down who is there")
    for name in VOTES:
        clara.choose(name, "Present")
    clara.choose("Fr Tom Reid", "Sent apologies").press("Write it down")
    clara.reads("5 voting members were there, of 3 needed to decide").follow(output)
    clara.reads("This seat votes on questions about education, and this item is not one.")


def recommend(clara):
    """One ask, voted by name; the totals stand by kind of seat."""
    clara.follow("Draft a recommendation").pick("To which cabinet member?", "Health and Social Care")
    clara.fill("What does the committee ask for?", ASK).fill("How will everybody see that it was done?", MEASURE)
    clara.press("Save the draft").reads("The committee has not voted on it.").follow("Record the vote")
    for name, choice in VOTES.items():
        clara.choose(name, choice)
    clara.press("Record the vote").reads("It is adopted and about to be sent to the cabinet.")
    rows = [row.inner_text().split("\t") for row in clara.page.locator("main table tbody tr").all()]
    assert rows == [
        ["councillor", "2", "1", "0", "adopted"],
        ["service user", "1", "0", "0", "adopted"],
        ["service worker", "0", "0", "1", "adopted"],
    ]


def conclude(clara, output=OUTPUT, day="18 November 2026"):
    clara.follow(output).follow("Conclude the item").fill("What came of it", "The committee agreed with the forum.")
    clara.press("Conclude it").sees_line("ppppo..").follow(day)
    clara.press("End the meeting").reads("ended", "The committee agreed with the forum.")


def issue(clara, answer_by="18 January 2027"):
    clara.at_desk("Clerk's desk").follow(re.compile(f"Send it to the cabinet.*{ASK}"))
    clara.press("It has been received").reads(f"owes an answer by {answer_by}.").sees_line("ppppo..")


def answer(jo):
    """“Noted” is no answer, and a yes without a promise is none either."""
    jo.at_desk("Cabinet member's desk").follow(re.compile(f"Answer it.*{ASK}"))
    with jo.meeting(422):
        jo.choose("What is your answer?", "Accept it").fill("Your reason", ANSWER).press("Publish the answer")
    jo.reads("There is a problem", "To say yes is to promise something: fill this in.")
    jo.fill("What will be done?", PROMISE).fill("How will everybody see", "The contracts, published.")
    jo.fill("Which post does it?", "Director of Adult Social Care").fill("By when?", "2027-02-26")
    jo.press("Publish the answer").reads("The answer", ANSWER, "The promise", PROMISE).sees_line("pppppo.")


def report(jo):
    jo.at_desk("Cabinet member's desk").follow(re.compile("Report on it")).follow("Report on it")
    jo.choose("How does it go?", "on track").fill("What was done", "Six of nine contracts are signed.")
    jo.press("Publish the report").reads("Six of nine contracts are signed.")


def claim(jo):
    jo.at_desk("Cabinet member's desk").follow(re.compile("Report on it, or say that it is delivered"))
    jo.follow("Say that it is delivered").fill("What was done, and where", EVIDENCE).press("Publish it")
    jo.reads("Those who asked say until 1 March 2027 whether it was delivered.", EVIDENCE).sees_line("pppppph")


def dispute(sue):
    sue.follow("My page", within="header").reads("You asked for it, so you can say.")
    sue.follow(f"Was it delivered? {PROMISE}").follow("Say whether it was delivered")
    with sue.meeting(422):
        sue.choose("Was it delivered?", "It was not delivered").press("Say so").reads("Say what is missing")
    sue.fill("In your words", DISPUTE).press("Say so")
    sue.reads("it is back with the committee", DISPUTE).sees_line("pppoppr")


def back_before_the_committee(clara, body):
    """The clerk has it on the desk again, and puts it on the agenda of the next meeting."""
    clara.at_desk("Clerk's desk").follow(re.compile(f"Put the dispute on an agenda.*{PROMISE}"))
    clara.follow("Call a meeting")
    clara.fill("On which day?", "2027-03-10").fill("It begins at", "18:00").fill("It ends at about", "20:00")
    clara.fill("Where?", "Council House, room 2").press("Call it")
    clara.at_desk("Clerk's desk").follow(re.compile(f"Put the dispute on an agenda.*{PROMISE}"))
    clara.pick("Which meeting?", "Wednesday 10 March 2027, 18:00 (date set)").press("Put it there")
    clara.reads(PROMISE, body.name).sees_line("pppoppr").follow("What those who asked say is missing").reads(DISPUTE)
