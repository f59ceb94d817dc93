"""What has begun or ended is not announced again; the rules of every kind freeze; what was told to a debate stays."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

TOLD = """
UPDATE forums_activity SET started_at = opens_at WHERE opens_at <= now();
UPDATE forums_activity SET ended_at = closes_at WHERE closes_at <= now();
"""
FREEZE = """
CREATE OR REPLACE FUNCTION forums_activity_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.frozen_at IS NOT NULL) AND ROW({new}) IS DISTINCT FROM ROW({old}) THEN
        RAISE EXCEPTION 'this row of forums_activity is final' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
BEFORE = ("kind", "threshold", "minimum_level", "months_open")
NOW = (*BEFORE, "opens_at", "smallest_cell", "gathering_id", "frozen_at")


def freeze(columns):
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return FREEZE.format(old=old, new=new)


class Migration(migrations.Migration):
    dependencies = [("forums", "0010_activities_turn")]

    operations = [
        migrations.RunSQL(TOLD, migrations.RunSQL.noop),
        migrations.RunSQL(freeze(NOW), freeze(BEFORE)),
        freeze_columns("forums_threadupdate", ("thread_id", "number", "text", "text_html", "at")),
        forbid_delete("forums_threadupdate"),
    ]
