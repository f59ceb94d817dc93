from django.db import migrations

from core.dbops import append_only


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [append_only("ledger_entry"), append_only("ledger_seal")]
