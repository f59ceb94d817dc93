"""Titles have an index of their own: likeness reads thousands of them."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0002_read_by_language")]
    operations = [
        migrations.AddField(
            model_name="document",
            name="title_vector",
            field=django.contrib.postgres.search.SearchVectorField(default=""),
            preserve_default=False,
        ),
        migrations.RunSQL(
            "UPDATE search_document SET title_vector = ts_filter(vector, '{a}')", migrations.RunSQL.noop
        ),
        migrations.AddIndex(
            model_name="document",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=True, fields=["title_vector"], name="document_title_words"
            ),
        ),
    ]
