"""A text to begin from for each reason for which people are blocked most often."""

from typing import Any

from django.db import migrations

TEXTS = (
    (
        "personal_attack",
        "Insults, again and again",
        "You went on insulting people after you were asked to leave them out of it. That is why you cannot come in for now. You can read everything, and you can appeal.",
    ),
    (
        "advertising",
        "Advertising, again and again",
        "You posted advertising again after it had been hidden. Nothing is sold here, and that is why you cannot come in for now. You can read everything, and you can appeal.",
    ),
    (
        "impersonation",
        "Another's name",
        "You wrote as if you were somebody else, and people believed it. That is why you cannot come in for now. You can read everything, and you can appeal.",
    ),
)


def load(apps: Any, schema_editor: Any) -> None:
    reason, template = apps.get_model("moderation", "Reason"), apps.get_model("moderation", "Template")
    for code, title, text in TEXTS:
        found = reason.objects.filter(code=code).first()
        if found is not None:
            template.objects.get_or_create(reason=found, use="block", title=title, defaults={"text": text})


class Migration(migrations.Migration):
    dependencies = [("moderation", "0022_texts_for_blocks")]

    # Going back drops the column that says what they are for, so the texts stay and are for decisions.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
