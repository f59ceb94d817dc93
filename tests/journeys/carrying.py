"""From an adopted proposal to an output that the members approved and sent to a committee."""

import re

from tests.journeys.asking import TITLE, vote

OUTPUT = "Thirty minutes for every visit"
SUMMARY = "Home care visits of fifteen minutes are too short. We ask for thirty minutes as the shortest visit in every contract."
FINDINGS = "Carers and the people they visit told us the same.\n\n- Set thirty minutes as the shortest visit.\n- Publish the visits that fell short."
DISSENT = "One member fears that short medicine calls become impossible."
COMMENT = "Keep short medicine calls possible where people ask for them."


def compile_output(fay, output=OUTPUT, asks=(TITLE,)):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Write the output that carries it on.*{asks[0]}"))
    with fay.meeting(422):
        fay.press("Save the draft").reads("Choose at least one proposal.", "Write what those who disagree say")
    for title in asks:
        fay.tick(title)
    fay.fill("Title", output).fill("Summary", SUMMARY).fill("Findings", FINDINGS)
    fay.fill("Dissent", DISSENT).press("Save the draft")
    fay.reads("This is a first draft.", "adopted by 2 to 1, 0 abstained", DISSENT).press("Ask the members to comment")
    fay.reads("Members may comment until the end of").sees_line("ppo....")


def comment(max_, output=OUTPUT):
    """A member says what he misses, on the output's own page."""
    max_.follow("My page", within="header").follow(re.compile("new thing")).follow(
        re.compile(f"wants to send on.*{output}")
    )
    max_.fill("What do you say?", COMMENT).choose("Which side do you speak for?", "against").press("Publish")
    max_.reads(output, COMMENT)


def ask_to_vote(fay, output=OUTPUT):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Ask the members to vote.*{output}"))
    fay.reads("goes to a ballot of today's members").pick("How long can the members vote?", "7 days").press(
        "Open the vote"
    )
    fay.reads("members vote", "You are not on the roll")


def approve(*votes):
    for visitor, choice in votes:
        vote(visitor, choice)


def settle(fay, output=OUTPUT, written="1 post was written."):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Carry out what the members decided.*{output}"))
    fay.reads("2 for, 0 against; 3 of 3 voted.").press("Carry out what the members decided")
    fay.reads("The text is final.", written, COMMENT, "Check this text").sees_line("ppo....")


def refer(fay, body, output=OUTPUT):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Send it to a committee.*{output}"))
    fay.reads("The clerk confirms within a few working days").tick(f"{body.name} (shares the forum's topics)")
    fay.fill("A note to the committee", "Please look first at the length of visits.").press("Send it")
    fay.reads(output, body.name).sees_line("pppo...")
