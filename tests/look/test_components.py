"""What the components promise to every page that uses them."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from core import clock
from core.samples import stops
from core.ui import asking
from core.ui.dates import due, when
from core.ui.fields import errors_of
from core.ui.line import line, mini_line, stage_words
from core.ui.pieces import because, button, count, person_name
from core.verdicts import no, yes

NOON = datetime(2026, 6, 18, 12, 0, tzinfo=UTC)


def rendered(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


class Asking(forms.Form):
    title = forms.CharField(label="Title", help_text="One sentence.")
    side = forms.ChoiceField(label="Side", choices=[("for", "For"), ("against", "Against")], widget=forms.RadioSelect)
    more = forms.CharField(label="More", required=False)
    agree = forms.BooleanField(label="I agree")


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((), "Not yet on its way"),
        (("here",), "Stage 1 of 7: proposed"),
        (("passed", "here"), "Stage 2 of 7: supported"),
        (("passed", "passed"), "Stage 2 of 7: supported, done"),
        (("passed", "passed", "passed", "owed"), "Stage 4 of 7: before the committee, owed"),
        (("passed", "passed", "passed", "late"), "Stage 4 of 7: before the committee, late"),
        (("passed", "passed", "passed", "refused"), "Stage 4 of 7: before the committee, refused"),
        (("passed", "passed", "passed", "late", "passed"), "Stage 4 of 7: before the committee, late"),
        (("passed",) * 7, "Stage 7 of 7: delivered, done"),
    ],
)
def test_the_small_line_says_in_words_what_it_draws(states, words):
    drawn = mini_line(stops(*states))

    assert f'<span class="visually-hidden">{words}</span>' in drawn
    assert stage_words(stops(*states)) == words
    assert [drawn.count(f'data-stop="{state}"') for state in ("passed", "here", "owed", "late", "refused", "")] == [
        *(states.count(state) for state in ("passed", "here", "owed", "late", "refused")),
        7 - len(states),
    ]


def test_the_small_line_is_drawn_once_for_all_that_stand_alike():
    assert mini_line(stops("passed", "here")) is mini_line(stops("passed", "here"))


def test_the_line_marks_where_things_stand_and_links_what_is_behind():
    drawn = line(stops("passed", "late", note="owed by Cllr X since 9 June, 9 days late"))

    assert drawn.count("<li ") == 7
    assert drawn.count('aria-current="step"') == 1
    assert '<li data-stop="late" aria-current="step">' in drawn
    assert '<a href="#proposed">Proposed</a>' in drawn
    assert "owed by Cllr X since 9 June, 9 days late" in drawn
    assert drawn.count("not yet") == 5


def test_the_line_shows_hostile_words_as_words():
    drawn = line(stops("here", note="<script>alert(1)</script>"))

    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_a_refused_button_is_disabled_beside_its_reason_and_the_way_out():
    verdict = no("Voting has closed.", remedy_url="/results/", remedy_label="See the result.")

    assert button("Vote", verdict=verdict) == (
        '<button type="button" class="button" disabled>Vote</button> '
        '<p class="because">Voting has closed. <a href="/results/">See the result.</a></p>'
    )
    assert button("Vote", verdict=yes()) == '<button type="submit" class="button">Vote</button>'
    assert because(yes()) == because(None) == ""


def test_a_button_with_an_address_is_a_link():
    assert (
        button("Read", href="/x/?a=1&b=2", kind="second")
        == '<a class="button" data-kind="second" href="/x/?a=1&amp;b=2">Read</a>'
    )


def test_a_field_joins_label_hint_and_error():
    html = rendered("{% field form.title %}", form=Asking({"title": ""}))

    assert '<label for="id_title">Title</label>' in html
    assert '<p class="hint" id="id_title_hint">One sentence.</p>' in html
    assert '<p class="error" id="id_title_error"><span>Fill this in.</span>' in html
    assert 'aria-describedby="id_title_error id_title_hint"' in html
    assert 'aria-invalid="true"' in html


def test_a_question_with_several_answers_is_a_fieldset():
    html = rendered("{% field form.side %}", form=Asking({"title": "x"}))

    assert '<fieldset class="field" data-state="wrong" aria-describedby="id_side_error">' in html
    assert "<legend>Side</legend>" in html


def test_what_may_be_left_out_says_so():
    assert "(optional)" in rendered("{% field form.more %}", form=Asking())
    assert "(optional)" not in rendered("{% field form.title %}", form=Asking())


def test_the_error_summary_links_to_each_field_and_takes_the_focus():
    html = rendered("{% error_summary form %}", form=Asking({}))

    assert 'role="alert" tabindex="-1" autofocus' in html
    assert [html.count(f'href="#{target}"') for target in ("id_title", "id_side_0", "id_agree")] == [1, 1, 1]
    assert rendered("{% error_summary form %}", form=Asking()).strip() == ""


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        (date(2026, 6, 9), "late", "9 days late"),
        (date(2026, 6, 17), "late", "1 day late"),
        (date(2026, 6, 30), "soon", "by Tuesday 30 June"),
        (date(2027, 1, 4), "", "by Monday 4 January 2027"),
    ],
)
def test_a_due_date_says_how_things_stand_in_words(day, state, words):
    with clock.at(NOON), translation.override("en-gb"):
        html = due(day, state)

    assert words in html.replace(f'<time datetime="{day}">', "").replace("</time>", "")
    assert f'<time datetime="{day}">' in html


def test_moments_are_told_in_london_time():
    with clock.at(NOON), translation.override("en-gb"):
        assert when(NOON) == '<time datetime="2026-06-18T13:00:00+01:00">13:00 on 18 June 2026</time>'
        assert when(NOON, "short").endswith(">18 June</time>")
        assert when(None) == ""


def test_names_and_numbers():
    assert (
        person_name("Ada <b>", "officer")
        == '<span class="person"><b>Ada &lt;b&gt;</b> <span class="role">officer</span></span>'
    )
    with translation.override("en-gb"):
        assert count(1204) == "1,204"


def test_a_gauge_tells_base_and_time():
    with clock.at(NOON), translation.override("en-gb"):
        html = " ".join(rendered("{% gauge 1843 1500 at %}", at=NOON).split())

    assert '<b class="figure">1,843</b> of 1,500 supports needed' in html
    assert '<progress max="1500" value="1500" aria-label="Supports: 1,843 of 1,500 needed">' in html
    assert "counted at <time" in html
    assert "<progress" not in rendered("{% gauge 3 %}")


def test_the_pager_keeps_the_filters_and_not_the_place():
    request = RequestFactory().get("/list/?q=bus&after=old&state=open")
    page = SimpleNamespace(rows=[1, 2], next_cursor="abc", previous_cursor="")

    html = Template("{% load ui %}{% pager page total=10860 %}").render(Context({"request": request, "page": page}))

    assert 'href="?q=bus&amp;state=open&amp;after=abc"' in html
    assert "2 of 10,860 shown" in html
    assert 'rel="prev"' not in html


def test_a_signed_out_visitor_is_told_apart_without_touching_the_session():
    request = RequestFactory().get("/")
    request.user = SimpleLazyObject(lambda: pytest.fail("the session was read"))

    assert isinstance(asking.viewer(request), AnonymousUser)
    assert asking.is_signed_in(request) is False


def test_may_asks_the_policy_of_the_app_that_writes_the_act(monkeypatch):
    monkeypatch.setitem(
        __import__("sys").modules, "choir.policies", SimpleNamespace(may_sing=lambda user, song: no(f"{song} is over."))
    )
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    html = Template(
        '{% load ui %}{% may "choir.sing" song as verdict %}{{ verdict.allowed }}: {{ verdict.reason }}'
    ).render(Context({"request": request, "song": "Jerusalem"}))

    assert html == "False: Jerusalem is over."


def test_errors_say_what_to_do_in_plain_words():
    class Form(forms.Form):
        short = forms.CharField(min_length=1200)
        long = forms.CharField(max_length=4)
        choice = forms.ChoiceField(choices=[("a", "A")])
        own = forms.CharField(error_messages={"required": "Say your name."})

    bound = Form({"short": "x" * 1100, "long": "sixteen letters!"})

    assert [errors_of(field) for field in bound] == [
        ["Write at least 1,200 letters; so far it has 1,100."],
        ["Take out 12 letters: at most 4 fit."],
        ["Choose one."],
        ["Say your name."],
    ]
