"""How long authors have, the first version of each reason, and a text to begin from for those that are given most."""

from datetime import date
from typing import Any

from django.db import migrations
from django.utils import timezone

from core.dbops import forbid_delete

RULES = (
    ("moderation.appeal_within", "Appeal against a moderator's decision", "days", 10),
    ("moderation.rephrase", "Find other words, as a moderator asked", "days", 7),
)
TEXTS = (
    (
        "personal_attack",
        "An insult",
        "What you wrote insults somebody. Say what you think of the matter, as hard as you like, and leave the person out of it.",
    ),
    (
        "private_information",
        "Something private",
        "What you wrote tells something private about somebody who can be found out. Say it again without that.",
    ),
    (
        "unlawful",
        "It may be against the law",
        "What you wrote may be against the law, so it cannot stand here. The page of this decision says how to appeal.",
    ),
    (
        "off_subject",
        "Off the subject",
        "This has nothing to do with what is talked about here. Please say it where it belongs.",
    ),
    ("advertising", "Advertising", "This sells something, and nothing is sold here."),
    ("duplicate", "Posted twice", "The same words stand here already, so one of the two was put away."),
)


def load(apps: Any, schema_editor: Any) -> None:
    rule = apps.get_model("clocks", "Rule")
    for key, title, counting, amount in RULES:
        fixed = {"title": title, "counting": counting, "amount": amount, "profile": "working", "source": "local rule"}
        rule.objects.get_or_create(key=key, defaults={**fixed, "to_check": False, "valid_from": date(2000, 1, 1)})
    reason, version = apps.get_model("moderation", "Reason"), apps.get_model("moderation", "ReasonVersion")
    template = apps.get_model("moderation", "Template")
    for one in reason.objects.all():
        first = {"title": one.title, "explanation": one.explanation, "active": one.active, "at": timezone.now()}
        version.objects.get_or_create(reason=one, version=1, defaults=first)
    for code, title, text in TEXTS:
        found = reason.objects.filter(code=code).first()
        if found is not None:
            template.objects.get_or_create(reason=found, title=title, defaults={"text": text})


class Migration(migrations.Migration):
    dependencies = [("moderation", "0009_rewording"), ("clocks", "0003_rules")]

    # Going back drops the tables; clocks that ran keep their rule.
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        forbid_delete("moderation_reason"),
        forbid_delete("moderation_reasonversion"),
        forbid_delete("moderation_edit"),
    ]
