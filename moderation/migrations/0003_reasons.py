"""The published list of reasons to begin with; a council changes it as its own rules say."""

from typing import Any

from django.db import migrations

REASONS = (
    (
        "personal_attack",
        "Personal attack",
        "It insults, threatens or shames a person or a group of people. Hard words about a policy are no attack.",
    ),
    (
        "private_information",
        "Private information",
        "It tells something private about somebody, such as an address, an illness or a telephone number.",
    ),
    (
        "unlawful",
        "May be against the law",
        "It may break the law, such as a threat of violence, hatred, or something false that harms a person's name.",
    ),
    ("off_subject", "Off the subject", "It has nothing to do with what is talked about here. Say it where it belongs."),
    ("advertising", "Advertising", "It sells something, or it is posted everywhere by a machine."),
    ("duplicate", "Posted twice", "The same words stand here already."),
    ("impersonation", "Speaks in another's name", "It claims to be written by somebody who did not write it."),
)


def add(apps: Any, schema_editor: Any) -> None:
    reason = apps.get_model("moderation", "Reason")
    for code, title, explanation in REASONS:
        reason.objects.get_or_create(code=code, defaults={"title": title, "explanation": explanation})


def leave(apps: Any, schema_editor: Any) -> None:
    """Reasons in use stand behind decisions; they stay."""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0002_promises")]

    operations = [migrations.RunPython(add, leave)]
