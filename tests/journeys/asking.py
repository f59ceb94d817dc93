"""From a citizen's sentence to a proposal that a forum adopted, as those who do it see it."""

import re

from tests.journeys.town import ASKED_BEFORE, FORUM, POSTCODE, THRESHOLD

TITLE = "Make every home care visit at least thirty minutes long"
WHY = (
    "Carers in our street are given fifteen minutes a visit. In that time nobody can help a person wash, eat and take "
    "medicine, and say a word to them. We ask for thirty minutes as the shortest visit in every contract."
)


def sign_up(miriam):
    """With a code by e-mail on the way to what she came for; then a name."""
    miriam.open("/").follow("Make a proposal").follow(FORUM)
    miriam.follow("Sign in", within="main").follow("Make an account")
    miriam.fill("Your e-mail address", "miriam@example.org").press("Go on")
    miriam.reads("Enter the code that we sent you", "miriam@example.org")
    miriam.fill("The code in the e-mail", code_in_the_mail(miriam)).press("Go on")
    miriam.reads("Your profile").fill("Your name", "Miriam Clarke").pick("Your age", "35 to 49").press("Save")


def code_in_the_mail(visitor):
    """The visitor looks into their mail in another window."""
    mail = visitor.context.new_page()
    mail.goto(visitor.base + "/demo/mail/")
    mail.locator("main summary").first.click()
    letter = mail.locator("pre").first.inner_text()
    mail.close()
    return re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", letter, re.MULTILINE)[1]


def propose(miriam):
    """She is told what is wrong, is shown three proposals like hers, looks at it as others will, and publishes."""
    miriam.reads("Write a proposal")
    with miriam.meeting(422):
        miriam.fill("What do you ask for?", "Longer").press("Preview")
    miriam.reads("There is a problem", "Write at least 15 letters; so far it has 6.", "Fill this in.")
    if miriam.java_script:
        miriam.fill("What do you ask for?", "").type("What do you ask for?", TITLE)
        miriam.reads("Is it one of these?", *ASKED_BEFORE)
    miriam.fill("What do you ask for?", TITLE).fill("Why, and what should be done?", WHY)
    miriam.choose("What kind of thing is it?", "Strategic policy").pick("Topic", "home care").press("Preview")
    miriam.reads(TITLE, WHY, "There are 3 like it. Support one of them instead?", *ASKED_BEFORE)
    miriam.press("It is different: publish it")
    miriam.reads(
        "Your proposal is published. Its reference is CARE-2026-0004.", "Proposed by Miriam Clarke", "being checked"
    )
    miriam.sees_line("oh.....").reads("owed by the facilitators of Care at Home by 10 September")


def give_a_postcode(miriam):
    miriam.follow("Give your postcode").fill("Your postcode", POSTCODE).press("Save this postcode")
    miriam.reads("You live in Stirchley.", "Proposed by Miriam Clarke, Stirchley")


def support(world, *visitors):
    """Each finds it in the list, and sees their own support at once; nobody's name is shown."""
    for number, visitor in enumerate(visitors):
        visitor.follow("Proposals", within="header").follow(TITLE).reads(f"{number} of {THRESHOLD} supports needed")
        visitor.press_here("Support this proposal").reads(
            "You support this.", f"{number + 1} of {THRESHOLD} supports needed"
        )
        visitor.reads("Take it back")
        world.work()


def join(visitor):
    """A supporter becomes a member of the forum, from the proposal."""
    visitor.follow(FORUM).follow("Join this forum").reads("You can leave whenever you like.").press("Join")
    visitor.reads("You are a member of this forum.").follow(TITLE)


def check(fay):
    """The facilitator comes from her desk, and leaves it with one thing less to do."""
    fay.at_desk("Facilitator's desk").reads("7 things wait for you.")
    fay.follow(re.compile(f"Check whether it is the forum's business.*{TITLE}"))
    fay.choose("Is this the forum's business?", "Yes").press("Publish the finding")
    fay.sees_line("ppo....").reads("gathering supports", "This proposal is checked and has the supports it needs.")


def put_to_the_members(fay):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Put it to the members.*{TITLE}"))
    fay.reads("The roll is 3 people").press("Open the ballot")
    fay.reads("The forum's members are voting on it", "Supports closed on 8 September")


def vote(visitor, choice):
    """From what waits on one's own page; the tracker is shown once."""
    visitor.follow("My page", within="header").reads("Waiting for you")
    visitor.follow(re.compile("Shall the forum|Shall")).reads("Nobody sees a result before voting closes")
    visitor.choose("Your vote", choice).press("Vote").reads("Your vote is in", "Your tracker is")
    tracker = visitor.text("main samp")
    visitor.follow("Back to the ballot").reads("You have voted.")
    return tracker


def count_and_certify(fay, voter, tracker):
    """After the days for a challenge. Whoever voted finds their own vote in the list."""
    voter.follow("My page", within="header").follow(TITLE).follow("See the ballot")
    voter.reads("Carried.", "3 of the 3 on the roll voted").follow("Find your vote")
    voter.fill("Your tracker", tracker).press("Find my vote").reads(tracker)
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Certify the result.*{TITLE}"))
    fay.reads("Certifying destroys the sealed votes").press("Certify this result")
    fay.sees_line("pph....").reads("adopted by the forum", "The members voted: 2 for, 1 against, 0 abstained.")
