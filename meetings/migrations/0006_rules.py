"""The clocks of assemblies' meetings: local rules, the council's to change."""

from datetime import date

from django.db import migrations

LONG_AGO = date(2000, 1, 1)
RULES = [
    ("meetings.agenda", "Publish the agenda of a forum’s meeting", "plain_clear_days_before", 5),
    ("meetings.notes", "Object to the notes of a forum’s meeting before they are agreed", "days", 14),
    ("meetings.write_up", "Publish the notes after a forum’s meeting", "days", 7),
    ("meetings.remind.first", "First reminder to those who registered, so long before the meeting", "days", 7),
    ("meetings.remind.last", "Last reminder to those who registered, so long before the meeting", "days", 1),
    ("meetings.needs", "Delete what people needed to take part, after the meeting", "days", 14),
]


def load(apps, schema_editor):
    Rule = apps.get_model("clocks", "Rule")
    Rule.objects.bulk_create(
        [
            Rule(key=key, title=title, counting=counting, amount=amount, profile="working", source="local rule",
                 valid_from=LONG_AGO)
            for key, title, counting, amount in RULES
        ],
        ignore_conflicts=True,
    )


def unload(apps, schema_editor):
    apps.get_model("clocks", "Deadline").objects.filter(rule__key__startswith="meetings.").delete()
    apps.get_model("clocks", "Rule").objects.filter(key__startswith="meetings.").delete()


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_agenda_and_door"), ("clocks", "0003_rules")]
    operations = [migrations.RunPython(load, unload)]
