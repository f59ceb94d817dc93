"""Entries and seals are final, and each new entry waits to be sealed."""

from django.db import migrations

from core.dbops import append_only

WAIT = """
CREATE FUNCTION ledger_entry_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_unsealed (entry_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_wait AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_entry_wait();
"""
WAIT_BACK = "DROP TRIGGER ledger_entry_wait ON ledger_entry; DROP FUNCTION ledger_entry_wait();"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [append_only("ledger_entry"), append_only("ledger_seal"), migrations.RunSQL(WAIT, WAIT_BACK)]
