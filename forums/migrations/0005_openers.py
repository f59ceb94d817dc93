"""Posts that stand already know their opener, threads their languages; the debate has its numbers."""

import datetime

from django.db import migrations

OPENERS = """
UPDATE forums_post AS reply SET root_id = opener.id
FROM forums_post AS opener
WHERE reply.depth > 0 AND opener.depth = 0 AND opener.thread_id = reply.thread_id AND opener.path = left(reply.path, 7)
"""
REPLIES = """
UPDATE forums_post AS opener SET reply_count = below.replies
FROM (SELECT root_id, count(*) AS replies FROM forums_post WHERE root_id IS NOT NULL GROUP BY root_id) AS below
WHERE opener.id = below.root_id
"""
LANGUAGES = """
UPDATE forums_thread AS thread SET languages = spoken.languages
FROM (SELECT thread_id, array_agg(DISTINCT language ORDER BY language) AS languages FROM forums_post GROUP BY thread_id) AS spoken
WHERE thread.id = spoken.thread_id
"""


def give_rules(apps, schema_editor):
    apps.get_model("forums", "TalkRule").objects.create(
        key="edit_minutes",
        version=1,
        title="Minutes in which a post can be put right",
        amount=15,
        valid_from=datetime.date(2020, 1, 1),
    )


def take_rules(apps, schema_editor):
    apps.get_model("forums", "TalkRule").objects.filter(key="edit_minutes", version=1).delete()


class Migration(migrations.Migration):
    dependencies = [("forums", "0004_debate")]

    operations = [
        migrations.RunSQL([OPENERS, REPLIES, LANGUAGES], migrations.RunSQL.noop),
        migrations.RunPython(give_rules, take_rules),
    ]
