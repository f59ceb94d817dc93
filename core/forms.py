"""Django's forms, with one field of our own: text comes in as a reader will see it."""

from typing import Any

from django import forms as django
from django.forms import *  # noqa: F403

from core.text import seen


class CharField(django.CharField):  # type: ignore[no-redef]
    """Text without invisible letters and without what turns the text around it; so a name cannot be empty to the eye.

    What is asked for in a box of one line is one line, whatever was sent.
    """

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return super().to_python(value)
        text = seen(value)
        return super().to_python(text if isinstance(self.widget, django.Textarea) else " ".join(text.split()))
