"""Summaries of conversations: points that cite posts, answers of members; tags and groups of posts."""

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_worker_kind_rows'),
        ("forums", "0023_questions"),
    ]

    operations = [
        migrations.AddField(
            model_name='post',
            name='labels',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None),
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forums.post')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.CreateModel(
            name='Labelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forums.post')),
            ],
        ),
        migrations.CreateModel(
            name='Point',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('text_html', models.TextField()),
                ('agreed', models.PositiveIntegerField(default=0)),
                ('objected', models.PositiveIntegerField(default=0)),
                ('posts', models.ManyToManyField(related_name='+', through='forums.Citation', to='forums.post')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.AddField(
            model_name='citation',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='forums.point'),
        ),
        migrations.CreateModel(
            name='PointAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agrees', models.BooleanField()),
                ('reason', models.TextField(blank=True)),
                ('shown', models.CharField(choices=[('figure', 'Only that somebody objects'), ('reason', 'My reason, without my name'), ('name', 'My reason, with my name')], default='figure', max_length=10)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.person')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='forums.point')),
            ],
        ),
        migrations.CreateModel(
            name='PostLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort', models.CharField(choices=[('group', 'group'), ('tag', 'tag')], max_length=5)),
                ('name', models.CharField(max_length=60)),
                ('posts', models.ManyToManyField(related_name='+', through='forums.Labelling', to='forums.post')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='labels', to='forums.thread')),
            ],
            options={
                'ordering': ('sort', 'name'),
            },
        ),
        migrations.AddField(
            model_name='labelling',
            name='label',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='labellings', to='forums.postlabel'),
        ),
        migrations.CreateModel(
            name='Summary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('draft', 'being written'), ('open', 'before the members'), ('agreed', 'agreed'), ('returned', 'sent back')], default='draft', max_length=10)),
                ('created_at', models.DateTimeField()),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('closes_on', models.DateField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('members', models.PositiveIntegerField(default=0)),
                ('answered', models.PositiveIntegerField(default=0)),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='summaries', to='forums.thread')),
            ],
            options={
                'verbose_name_plural': 'summaries',
            },
        ),
        migrations.AddField(
            model_name='point',
            name='summary',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='forums.summary'),
        ),
        migrations.AddConstraint(
            model_name='citation',
            constraint=models.UniqueConstraint(fields=('point', 'post'), name='citation_once'),
        ),
        migrations.AddConstraint(
            model_name='pointanswer',
            constraint=models.UniqueConstraint(fields=('point', 'person'), name='point_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='pointanswer',
            constraint=models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='point_objection_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='postlabel',
            constraint=models.UniqueConstraint(fields=('thread', 'sort', 'name'), name='post_label_once'),
        ),
        migrations.AddConstraint(
            model_name='labelling',
            constraint=models.UniqueConstraint(fields=('label', 'post'), name='labelled_once'),
        ),
        migrations.AddIndex(
            model_name='summary',
            index=models.Index(condition=models.Q(('state', 'open')), fields=['closes_on'], name='summary_closing'),
        ),
        migrations.AddConstraint(
            model_name='summary',
            constraint=models.UniqueConstraint(fields=('thread', 'version'), name='summary_version'),
        ),
        migrations.AddConstraint(
            model_name='summary',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'open'))), fields=('thread',), name='summary_one_at_work'),
        ),
        migrations.AddConstraint(
            model_name='summary',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('closes_on__isnull', False), ('opened_at__isnull', False)), _connector='OR'), name='summary_open_has_a_clock'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('summary', 'number'), name='point_number'),
        ),
    ]
