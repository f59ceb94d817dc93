"""The names of the numbers of moderation; from here on no version is written anew, and none goes."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

TITLES = {
    "flags.old_account_days": "Days after which an account is not fresh any more",
    "flags.weight_usual": "Weight of a report",
    "flags.weight_new": "Most that a report of a fresh account weighs",
    "flags.weight_least": "Least that a report weighs",
    "flags.weight_most": "Most that a report weighs",
    "flags.raise": "Weight gained by each report that was upheld",
    "flags.lower": "Weight lost by each report that was not",
    "flags.hide_sum": "Weight of reports from which a thing is held until a person looks",
    "flags.hide_accounts": "Accounts that must agree before a thing is held",
    "desk.lock_minutes": "Minutes for which a moderator has taken a thing",
    "desk.urgent_hours": "Hours to look at what may be against the law",
    "trust.days_1": "Days here before the first level of trust",
    "trust.threads_1": "Conversations read before the first level of trust",
    "trust.posts_1": "Posts that stand before the first level of trust",
    "trust.days_2": "Days here before the second level of trust",
    "trust.threads_2": "Conversations read before the second level of trust",
    "trust.posts_2": "Posts that stand before the second level of trust",
    "trust.hour_0": "Posts an hour without a level of trust",
    "trust.hour_1": "Posts an hour at the first level of trust",
    "trust.hour_2": "Posts an hour at the second level of trust",
    "spam.hold": "Likeness to spam from which a text waits for a person",
}


def name_them(apps, schema_editor):
    setting = apps.get_model("moderation", "Setting")
    for key, title in TITLES.items():
        setting.objects.filter(key=key, title="").update(title=title)


class Migration(migrations.Migration):
    dependencies = [("moderation", "0020_numbers_by_name")]
    operations = [
        migrations.RunPython(name_them, migrations.RunPython.noop),
        freeze_columns("moderation_setting", ("key", "value", "since", "why")),
        forbid_delete("moderation_setting"),
    ]
