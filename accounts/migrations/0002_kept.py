"""People and grants are never deleted: a person who goes is blanked, a grant ends."""

from django.db import migrations

from core.dbops import forbid_delete


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [forbid_delete("accounts_person"), forbid_delete("accounts_grant")]
