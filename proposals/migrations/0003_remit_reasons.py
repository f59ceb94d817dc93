"""The reasons that a facilitator may give at the check, to begin with. A council adds its own in the admin pages."""

from django.db import migrations

REASONS = (
    ("another-forum", "Belongs to another forum", "It is about something that another forum of this council deals with."),
    ("not-the-council", "Nothing the council can do or ask for", "Neither the council nor anybody whom it can ask has a say in it."),
    ("already-decided", "Decided already", "The council has decided it within the last twelve months, and nothing has changed since."),
    ("not-a-request", "Asks for nothing", "It makes no request that somebody could carry out or answer."),
    ("one-case", "About one person's case", "It concerns a single case, for which there is a complaint or an appeal."),
    ("names-people", "Accuses or names a private person", "It speaks of a person who is not in public office."),
    ("copy", "Says the same as another proposal", "Another open proposal asks for the same. Support that one instead."),
)


def add(apps, schema_editor):
    RemitReason = apps.get_model("proposals", "RemitReason")
    for code, title, explanation in REASONS:
        RemitReason.objects.get_or_create(code=code, defaults={"title": title, "explanation": explanation})


class Migration(migrations.Migration):
    dependencies = [("proposals", "0002_kept")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
