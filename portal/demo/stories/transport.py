"""Night buses for hospital shifts: recommended, sent, and never answered within the two months (storyline i)."""

from committees.actions import draft_recommendation, withdraw_draft
from portal.demo.acts import (
    accepted,
    acknowledged,
    concluded,
    ended,
    fresh,
    issued,
    opened,
    publish,
    recommended,
    referred,
    scheduled,
    wait,
    whole_way,
)
from portal.demo.stage import Story
from portal.demo.world import World

ASK = {
    "title": "Later buses on the 11 route for hospital shifts",
    "body": "Shifts at the hospitals end at ten at night. The last bus on the outer circle leaves before. Cleaners, porters and nurses walk home or pay a day's food for a taxi. We ask the council to pay for two later buses, every day.",
    "assets": "The drivers' union has drawn up a rota. The hospitals have offered shelter at the stops.",
    "kind": "service",
    "topic": "buses",
}
TEXT = {
    "title": "Getting home from the late shift",
    "summary": "Hospital workers cannot get home by bus after ten at night. We ask for two later buses on the outer circle, every day.",
    "findings": "312 hospital workers answered our questions at the gates.\n\n- 118 walk for more than half an hour.\n- 44 have given up late shifts.\n- The two buses would cost what eleven parking places cost.",
    "dissent": "Nobody spoke against it; we asked at two meetings and by letter.",
}


def missed_answer(world: World) -> Story:
    yield world.calendar.weekday_ago(170)
    output = yield from whole_way(world, "BUS", world.citizens[2], ASK, TEXT)
    yield wait(world, 1)
    referral = referred(world, "BUS", output, "ST")
    yield from acknowledged(world, referral)
    meeting = scheduled(world, "ST", wait(world, 14).date())
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    buses = recommended(
        world,
        item,
        "transport",
        "Pay for two later buses a day on the outer circle.",
        "Buses at 22:15 and 23:00, every day, in both directions.",
    )
    draft = draft_recommendation(
        actor=world.clerk, agenda_item=fresh(item), portfolio=world.portfolios["finance"],
        text="Let hospitals pay for the buses.", measure="An agreement with the hospitals.",
    )  # fmt: skip
    withdraw_draft(actor=world.clerk, recommendation=draft)
    concluded(world, item, "The committee was moved by what it heard and wants an answer before the winter timetable.")
    ended(world, meeting)
    yield wait(world, 1)
    issued(world, buses)
