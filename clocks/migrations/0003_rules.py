"""The first version of every clock. Numbers without a statute are the council's to change: a newer version is a new row."""

from datetime import date

from django.db import migrations

LONG_AGO = date(2000, 1, 1)
LOCAL = "local rule"
# key, title, counting, amount, profile, source, law still to be checked by a person
RULES = [
    ("proposals.remit_check", "Check that a proposal is in the forum’s remit", "working_days", 3, "working", LOCAL, False),
    ("proposals.challenge", "Challenge the result of an adoption", "working_days", 5, "working", LOCAL, False),
    ("proposals.adoption", "Open the adoption of a proposal that has its supports", "working_days", 20, "working", LOCAL, False),
    ("forums.act", "Facilitators do what follows a comment, a vote or a challenge", "working_days", 3, "working", LOCAL, False),
    ("outputs.comment", "Members comment on a draft output", "days", 7, "working", LOCAL, False),
    ("outputs.refer", "Send an approved output to a body", "working_days", 10, "working", LOCAL, False),
    ("committees.acknowledge", "Acknowledge a referral", "working_days", 3, "working", LOCAL, False),
    ("committees.triage", "Accept, redirect or refuse a referral", "working_days", 10, "working", LOCAL, False),
    ("committees.agenda", "Publish the agenda and its reports", "clear_days_before", 5, "strict",
     "Local Government Act 1972, sections 100A(6), 100B(3) and 243", False),
    ("committees.answer.scrutiny", "Answer a recommendation of scrutiny", "months_beginning_with", 2, "working",
     "Local Government Act 2000, section 9FE", True),
    ("committees.answer.local", "Answer a recommendation of another body", "working_days", 30, "working", LOCAL, False),
    ("committees.dispute", "Take up a disputed delivery", "working_days", 10, "working", LOCAL, False),
    ("committees.judge", "Judge whether a promise was delivered", "working_days", 15, "working", LOCAL, False),
    ("committees.key_decision", "Give notice of a key decision", "plain_clear_days_before", 28, "working",
     "SI 2012/2089, regulation 9", True),
    ("moderation.decide", "Decide on a flagged text", "working_days", 3, "working", LOCAL, False),
    ("moderation.appeal", "Decide on an appeal", "working_days", 10, "working", LOCAL, False),
]


def load(apps, schema_editor):
    Rule = apps.get_model("clocks", "Rule")
    Rule.objects.bulk_create(
        [
            Rule(key=key, title=title, counting=counting, amount=amount, profile=profile, source=source,
                 to_check=to_check, valid_from=LONG_AGO)
            for key, title, counting, amount, profile, source, to_check in RULES
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("clocks", "0002_holidays")]
    # Going back drops the table, so nothing needs to be unloaded.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
