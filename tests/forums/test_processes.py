"""Processes: phases that follow the clock, labels that must be earned, and the page."""

from datetime import timedelta
from threading import Barrier, Thread as Worker

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from core import now
from core.clock import at
from core.verdicts import Refused
from forums.actions import change_process, set_phase, turn_phases
from forums.models import Phase, Process
from forums.policies import may_create_process, may_edit_process
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.actions import follow
from notifications.models import Notice
from tests.cast import person, ward
from tests.scenes import forums as scene

DAY = timedelta(days=1)


def phase(process, by, first, last, **more):
    moment = now()
    ends = moment + last * DAY if last is not None else None
    words = {"title": f"Days {first} to {last}", "happens": "We talk.", **more}
    return set_phase(actor=by, process=process, starts_at=moment + first * DAY, ends_at=ends, **words)


@pytest.fixture
def process(forum, facilitator):
    return scene.process(forum, by=facilitator)


def test_only_stewards_and_the_facilitator_of_its_forum_keep_a_process(forum, process, request):
    who = ("ada", "ben", "dov", "facilitator", "clerk", "finn")

    editing = {name: may_edit_process(request.getfixturevalue(name), process) for name in who}
    creating = {name: may_create_process(request.getfixturevalue(name), forum) for name in who}
    without = {name: may_create_process(request.getfixturevalue(name)) for name in who}

    assert {name for name, verdict in editing.items() if verdict} == {"facilitator", "clerk"}
    assert {name for name, verdict in creating.items() if verdict} == {"facilitator", "clerk"}
    assert {name for name, verdict in without.items() if verdict} == {"clerk"}
    assert all(str(verdict.reason).endswith(".") for verdict in {**editing, **creating}.values() if not verdict)


def test_what_is_called_co_production_names_who_designs_decides_and_evaluates(forum, facilitator, process):
    named = {"design_by": "carers", "decision_by": "carers and the council", "evaluation_by": "carers"}

    for missing in named:
        with pytest.raises(Refused, match="people design, decide and evaluate"):
            scene.process(forum, by=facilitator, involvement="coproduce", **(named | {missing: ""}))
    made = scene.process(forum, by=facilitator, involvement="coproduce", **named)

    assert made.is_coproduced
    with pytest.raises(DatabaseError), transaction.atomic():
        Process.objects.filter(pk=process.pk).update(involvement="coproduce")


def test_the_form_says_what_co_production_asks_for(forum, facilitator, client):
    client.force_login(facilitator)
    sent = {"forum": forum.slug, "title": "Respite care", "purpose": "A new offer.", "involvement": "coproduce"}

    answer = client.post(reverse("processes:new"), sent)

    assert answer.status_code == 422
    assert "Say who takes part in each of the three" in answer.content.decode()


@pytest.mark.parametrize(("first", "last"), [(1, 3), (3, 7), (4, 5), (1, None), (6, None)])
def test_two_phases_of_a_process_never_overlap(process, facilitator, first, last):
    phase(process, facilitator, 2, 7)

    with pytest.raises(Refused, match="One phase of a process is active at a time"):
        phase(process, facilitator, first, last)

    assert Phase.objects.count() == 1


def test_one_phase_may_begin_where_another_ends_and_other_processes_have_their_own(process, forum, facilitator):
    moment = now()
    for start, end in ((moment, moment + DAY), (moment + DAY, None)):
        set_phase(actor=facilitator, process=process, title="T", happens="", starts_at=start, ends_at=end)
    phase(scene.process(forum, by=facilitator), facilitator, 0, 5)

    assert [Phase.objects.active(now()).filter(process=process).count(), Phase.objects.count()] == [1, 3]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_overlapping_phases_at_once_one_stands():
    facilitator = person("Fay Lund", level=3).user
    process = scene.process(scene.forum(facilitator=facilitator), by=facilitator)
    together, answers = Barrier(2), []

    def add(first):
        together.wait()
        try:
            phase(process, facilitator, first, 9)
            answers.append("stands")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    workers = [Worker(target=add, args=(first,)) for first in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(answers) == ["refused", "stands"]
    assert Phase.objects.count() == 1


def test_the_next_phase_begins_by_itself_and_followers_are_told_once(process, facilitator, ada, dov):
    first, second = phase(process, facilitator, 0, 2), phase(process, facilitator, 2, 4)
    follow(actor=dov, subject=process)
    before = turn_phases()

    with at(now() + 2 * DAY):
        begun = (turn_phases(), turn_phases())
        active = list(Phase.objects.active(now()))
    deliver_all()

    assert (before, begun, active) == (0, (1, 0), [second])
    entries = Entry.objects.filter(event="forums.PhaseBegan").order_by("id")
    assert [(one.data["phase_id"], one.data["number"]) for one in entries] == [(first.pk, 1), (second.pk, 2)]
    for user in (ada, dov):
        told = Notice.objects.filter(user=user, event="forums.PhaseBegan", entry_id=entries.last().pk)
        assert told.count() == 1


def test_the_page_follows_the_clock_without_anybody_pressing_anything(process, facilitator, client):
    phase(process, facilitator, 0, 2, title="Collect", call_label="Make a proposal", call_url="/proposals/")
    phase(process, facilitator, 2, 4, title="Decide", call_label="Vote on them", call_url="/ballots/")
    page = reverse("processes:process", args=[process.slug])

    with at(now() + 3 * DAY):
        turn_phases()
        text = client.get(page, {"later": 1}).content.decode()
    current = text[text.index('class="act"') : text.index("</section>")]

    assert "Phase 2: Decide" in current
    assert 'href="/ballots/"' in current
    assert "/proposals/" not in current
    assert text.count('aria-current="step"') == 1


def test_a_phase_that_has_begun_keeps_its_start_and_may_end_at_another_moment(process, facilitator):
    one = phase(process, facilitator, 0, 2)
    words = {"title": one.title, "happens": "", "ends_at": now() + 9 * DAY}

    with pytest.raises(Refused, match="its start stays"):
        set_phase(actor=facilitator, process=process, phase=one, starts_at=now() + DAY, **words)
    one.refresh_from_db()
    set_phase(actor=facilitator, process=process, phase=one, starts_at=one.starts_at, **words)

    with pytest.raises(DatabaseError), transaction.atomic():
        Phase.objects.filter(pk=one.pk).update(starts_at=now())


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//elsewhere.example", "http://plain.example", "proposals/"])
def test_a_call_to_action_leads_to_a_page_here_or_to_a_safe_address(process, facilitator, client, url):
    client.force_login(facilitator)
    sent = {"title": "T", "starts_at": "2030-01-01T09:00", "call_label": "Go", "call_url": url}

    answer = client.post(reverse("processes:new_phase", args=[process.slug]), sent)

    assert answer.status_code == 422
    assert "begins with a slash or with https" in answer.content.decode()


def test_the_list_puts_promoted_ones_first_and_is_narrowed_by_group_area_and_forum(forum, facilitator, client):
    scene.process(forum, by=facilitator, title="First made", promoted=True, group="Budget 2027")
    scene.process(forum, by=facilitator, title="Last made", areas=[ward()])
    page = reverse("processes:list")

    found = {
        query: [
            title for title in ("First made", "Last made") if title in client.get(f"{page}?{query}").content.decode()
        ]
        for query in ("group=Budget+2027", f"area={ward().slug}", f"forum={forum.slug}")
    }
    text = client.get(page).content.decode()

    assert list(found.values()) == [["First made"], ["Last made"], ["First made", "Last made"]]
    assert text.index("First made") < text.index("Last made")


def test_what_belongs_with_a_process_is_named_by_the_address_of_its_page(forum, process, facilitator, ada, client):
    talk = scene.thread(forum, by=ada, title="Shorter waits at the surgery")
    deliver_all()
    client.force_login(facilitator)
    words = {"title": process.title, "purpose": "Why.", "involvement": "inform"}
    edit = reverse("processes:edit", args=[process.slug])

    wrong = client.post(edit, words | {"related": "https://example.org/nowhere/"})
    sent = client.post(edit, words | {"related": f"https://folkmoot.example/en-xa/forums/threads/{talk.pk}/"})
    text = client.get(reverse("processes:process", args=[process.slug])).content.decode()

    assert (wrong.status_code, sent.status_code) == (422, 302)
    assert "What belongs with it" in text
    assert f'href="/forums/threads/{talk.pk}/">Shorter waits at the surgery' in text


def test_an_activity_stands_with_its_phase_or_apart(forum, process, facilitator, client):
    one = phase(process, facilitator, 0, 2)
    scene.debate_activity(forum, by=facilitator, title="Talk in the phase", opens_at=now(), phase=one)
    scene.debate_activity(forum, by=facilitator, title="Talk apart", opens_at=now())

    text = client.get(reverse("processes:process", args=[process.slug])).content.decode()

    assert "Talk in the phase" in text
    assert "Talk apart" not in text


@pytest.mark.parametrize("number", [1, 3])
def test_list_and_page_cost_the_same_at_one_and_three(forum, facilitator, client, number, django_assert_num_queries):
    made = [scene.process(forum, by=facilitator) for _ in range(number)]
    for first in range(number):
        one = phase(made[0], facilitator, first, first + 1)
        scene.debate_activity(forum, by=facilitator, opens_at=now(), phase=one)
        change_process(actor=facilitator, process=made[first], title="T", purpose="P", involvement="inform")
    client.get("/forums/")

    with django_assert_num_queries(5):
        client.get(reverse("processes:list"), {"group": "", "n": number})
    with django_assert_num_queries(7):
        client.get(reverse("processes:process", args=[made[0].slug]), {"n": number})


def test_the_api_sets_up_a_process_and_its_phases_and_says_why_not(forum, facilitator, client):
    client.force_login(facilitator)
    start = now() + DAY
    words = {"forum": forum.slug, "title": "Cooler streets", "purpose": "Shade.", "involvement": "consult"}
    one = {"title": "Ask", "starts_at": start.isoformat(), "ends_at": (start + DAY).isoformat()}

    made = client.post(reverse("api:processes"), words, "application/json").json()
    phases = reverse("api:process-phases", args=[made["slug"]])
    answers = [client.post(phases, one, "application/json") for _ in range(2)]
    read = client.get(reverse("api:process", args=[made["slug"]])).json()

    assert [answer.status_code for answer in answers] == [201, 403]
    assert "One phase of a process is active at a time" in answers[1].json()["detail"]
    assert [phase["title"] for phase in read["phases"]] == ["Ask"]
