"""`{% url %}` gives what it gives in any Django project, in each language, however often it is asked."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override


def drawn(source, **words):
    return Template(source).render(Context(words))


@pytest.mark.parametrize("language", ["en-gb", "ar-xb"])
def test_an_address_is_that_of_the_language_of_the_page(language):
    with override(language):
        assert drawn("{% url 'proposals:proposal' it %}", it="F1-2026-1") == reverse(
            "proposals:proposal", args=["F1-2026-1"]
        )
        assert ("/ar-xb/" in drawn("{% url 'proposals:list' %}")) is (language == "ar-xb")


def test_names_records_and_marks_are_told_apart():
    assert drawn("{% url 'forums:post' pk %}", pk=1) != drawn("{% url 'forums:post' pk %}", pk=2)
    assert drawn("{% url 'forums:post' pk=pk %}", pk=7) == reverse("forums:post", args=[7])
    assert drawn("{% url 'forums:list' as there %}[{{ there }}]") == f"[{reverse('forums:list')}]"
    assert drawn("{% url 'portal:role_desk' it %}", it="a&'b") == "/desk/a&amp;&#x27;b/"


def test_what_has_no_address_is_an_error_each_time():
    for _time in range(2):
        with pytest.raises(NoReverseMatch):
            drawn("{% url 'nobody:nowhere' %}")
