"""What the database keeps of proposals whatever the code does, and a delta table that is swept often because it is emptied all the time."""

from django.db import migrations

from core.dbops import append_only, forbid_delete, freeze_columns


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_initial")]
    operations = [
        forbid_delete("proposals_proposal", unless="OLD.state = 'draft'"),
        freeze_columns(
            "proposals_proposal",
            ("reference", "forum_id", "activity_id", "published_at", "threshold", "minimum_level", "source", "source_id"),
            when="OLD.state <> 'draft'",
        ),
        forbid_delete("proposals_proposalversion"),
        # An erasure may blank the words; number, digest and date of a version never change.
        freeze_columns("proposals_proposalversion", ("proposal_id", "version", "digest", "at")),
        forbid_delete("proposals_remitcheck"),
        freeze_columns("proposals_remitcheck", ("proposal_id", "outcome", "reason_id", "at")),
        forbid_delete("proposals_adoption"),
        freeze_columns("proposals_adoption", ("proposal_id", "forum_id", "ballot_id", "supports_at_opening")),
        append_only("proposals_crossing"),
        forbid_delete("proposals_importrun"),
        migrations.RunSQL(
            "ALTER TABLE proposals_supportdelta SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)",
            "ALTER TABLE proposals_supportdelta RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)",
        ),
    ]
