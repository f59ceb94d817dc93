"""Sentences are found where they stand, and the made-up languages keep what must be kept."""

import pytest

from ground import messages
from ground.pseudo import say


@pytest.mark.parametrize("language", ["en_XA", "ar_XB"])
@pytest.mark.parametrize("kept", ["%(count)s", "%d", "{name}", '<a href="/x/">', "&nbsp;", "%%", "\n"])
def test_placeholders_and_markup_come_through(language, kept):
    said = say(language, f"Some words {kept} and more")

    assert said.count(kept) == 1
    assert "words" not in said.replace("\u202ewords\u202c", "")


def test_accented_words_are_longer():
    assert len(say("en_XA", "Ask the council for an answer")) > len("Ask the council for an answer")


def test_sentences_are_found_in_templates_and_in_python(tmp_path, monkeypatch):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "page.html").write_text(
        '{% load i18n %}\n  <p title="it\'s">{% trans "One thing" %}\n {% blocktrans count n=n %}{{ n }} vote{% plural %}'
        "{{ n }} votes{% endblocktrans %}</p>(("
    )
    (tmp_path / "app" / "policies.py").write_text("def may():\n    return no(_('Voting has closed.'))\n")
    monkeypatch.setattr(messages, "ROOT", tmp_path)

    found = {message.id: message.locations for message in messages.collect() if message.id}

    assert found == {
        "One thing": [("app/page.html", 2)],
        ("%(n)s vote", "%(n)s votes"): [("app/page.html", 3)],
        "Voting has closed.": [("app/policies.py", 2)],
    }


def test_only_changed_files_are_read_again(tmp_path, monkeypatch):
    (tmp_path / "app").mkdir()
    source = tmp_path / "app" / "policies.py"
    source.write_text("_('Old')\n")
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    cache = tmp_path / "cache.json"
    messages.collect(cache)
    source.write_text("_('Newer')\n")

    found = [message.id for message in messages.collect(cache) if message.id]

    assert found == ["Newer"]
