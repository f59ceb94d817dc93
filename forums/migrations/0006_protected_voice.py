"""Service workers may speak under protection; a post of theirs has a voice instead of an author."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_worker_kinds'),
        ('forums', '0005_openers'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProtectionRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('smallest_group', models.PositiveSmallIntegerField()),
                ('valid_from', models.DateField(unique=True)),
            ],
        ),
        migrations.AlterField(
            model_name='post',
            name='voice',
            field=models.CharField(choices=[('citizen', 'citizen'), ('facilitator', 'facilitator'), ('officer', 'officer'), ('councillor', 'councillor'), ('worker', 'service worker'), ('protected', 'service worker, name protected')], default='citizen', max_length=12),
        ),
        migrations.CreateModel(
            name='ProtectedVoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tag', models.CharField(max_length=64, unique=True)),
                ('pseudonym', models.CharField(max_length=40)),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forums.forum')),
                ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.workerkind')),
            ],
        ),
        migrations.AddField(
            model_name='post',
            name='protected',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='forums.protectedvoice'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('protected', None), ('author', None), _connector='OR'), name='post_names_nobody_it_protects'),
        ),
        migrations.AddConstraint(
            model_name='protectedvoice',
            constraint=models.UniqueConstraint(fields=('forum', 'pseudonym'), name='voice_pseudonym_once'),
        ),
    ]
