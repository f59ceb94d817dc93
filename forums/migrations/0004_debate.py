"""Debate that stays readable: votes, evidence, openers and what stands below them, reading positions."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_kept"),
        ("forums", "0003_promises"),
    ]

    operations = [
        migrations.CreateModel(
            name="PostMention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="PostVote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.SmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="ReadingPosition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("post_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="TalkRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=120)),
                ("amount", models.PositiveIntegerField()),
                ("valid_from", models.DateField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name="post",
            name="post_best",
        ),
        migrations.AddField(
            model_name="post",
            name="corrections",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="post",
            name="deleted_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="post",
            name="downs",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="post",
            name="evidence",
            field=models.CharField(
                blank=True,
                choices=[
                    ("source", "source"),
                    ("experience", "experience"),
                    ("opinion", "opinion"),
                    ("correction", "correction"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="link",
            field=models.URLField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="post",
            name="reply_count",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="post",
            name="root",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="forums.post",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="ups",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="thread",
            name="languages",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=12), blank=True, default=list, size=None
            ),
        ),
        migrations.AlterField(
            model_name="post",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="forums.post",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="score",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.expressions.CombinedExpression(
                    django.db.models.expressions.CombinedExpression(models.F("useful"), "+", models.F("ups")),
                    "-",
                    models.F("downs"),
                ),
                output_field=models.IntegerField(),
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["root", "path"], name="post_below_root"),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["parent", "id"], name="post_answers"),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("depth", 0)), fields=["thread", "created_at", "id"], name="post_by_time"
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("depth", 0)), fields=["thread", "-score", "-id"], name="post_by_score"
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("depth", 0)), fields=["thread", "-reply_count", "-id"], name="post_by_replies"
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("depth", 0)), fields=["thread", "stance", "-score", "id"], name="post_best"
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("evidence", ""), _negated=True),
                fields=["thread", "evidence", "-id"],
                name="post_evidence",
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(condition=models.Q(("pinned", True)), fields=["thread", "path"], name="post_pinned"),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", "source"), _negated=True),
                    models.Q(("link", ""), _negated=True),
                    _connector="OR",
                ),
                name="post_source_has_link",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", "correction"), _negated=True), ("parent__isnull", False), _connector="OR"
                ),
                name="post_correction_answers",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deleted_at", None),
                    models.Q(("body", ""), ("body_html", ""), ("evidence", ""), ("link", ""), ("pinned", False)),
                    _connector="OR",
                ),
                name="post_deleted_without_words",
            ),
        ),
        migrations.AddField(
            model_name="postmention",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.person"
            ),
        ),
        migrations.AddField(
            model_name="postmention",
            name="post",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="mentions", to="forums.post"
            ),
        ),
        migrations.AddField(
            model_name="postvote",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
            ),
        ),
        migrations.AddField(
            model_name="postvote",
            name="post",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="forums.post"),
        ),
        migrations.AddField(
            model_name="readingposition",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.person"
            ),
        ),
        migrations.AddField(
            model_name="readingposition",
            name="thread",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="forums.thread"),
        ),
        migrations.AddConstraint(
            model_name="talkrule",
            constraint=models.UniqueConstraint(fields=("key", "version"), name="talk_rule_version"),
        ),
        migrations.AddConstraint(
            model_name="postmention",
            constraint=models.UniqueConstraint(fields=("post", "person"), name="post_mention_once"),
        ),
        migrations.AddConstraint(
            model_name="postvote",
            constraint=models.UniqueConstraint(fields=("post", "person"), name="post_vote_once"),
        ),
        migrations.AddConstraint(
            model_name="postvote",
            constraint=models.CheckConstraint(condition=models.Q(("value__in", (1, -1))), name="post_vote_up_or_down"),
        ),
        migrations.AddConstraint(
            model_name="readingposition",
            constraint=models.UniqueConstraint(fields=("person", "thread"), name="reading_position_once"),
        ),
    ]
