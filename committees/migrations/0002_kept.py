"""What the database keeps of the committees' record whatever the code does: nothing is deleted, and what was decided is final."""

from django.db import migrations

from core.dbops import append_only, forbid_delete, freeze_columns

FINAL = "OLD.state IN ('adopted', 'issued', 'answered', 'lost', 'withdrawn')"


class Migration(migrations.Migration):
    dependencies = [("committees", "0001_initial")]
    operations = [
        forbid_delete("committees_referral"),
        freeze_columns("committees_referral", ("output_id", "body_id", "reference", "covering_note", "sent_at")),
        forbid_delete("committees_meeting"),
        forbid_delete("committees_agendaitem"),
        freeze_columns("committees_agendaitem", ("outcome", "adjourned_to_id"), when="OLD.state <> 'planned'"),
        forbid_delete("committees_recommendation"),
        freeze_columns(
            "committees_recommendation",
            ("text", "measure", "portfolio_id", "body_id", "agenda_item_id", "votes_for", "votes_against", "votes_abstained", "casting_vote"),
            when=FINAL,
        ),
        append_only("committees_seatvote"),
        append_only("committees_response"),
        forbid_delete("committees_commitment"),
        # What was promised, and by when at first, never changes; the day that stands now may.
        freeze_columns("committees_commitment", ("recommendation_id", "reference", "text", "measure", "first_due")),
        forbid_delete("committees_progress"),
        # Not append-only: a sign-in that is erased leaves its row without a name.
        freeze_columns("committees_progress", ("commitment_id", "state", "text", "due_was", "due_becomes", "at")),
        forbid_delete("committees_claim"),
        freeze_columns("committees_claim", ("commitment_id", "evidence", "at")),
        forbid_delete("committees_judgement"),
        freeze_columns("committees_judgement", ("claim_id", "verdict", "reason", "at")),
        forbid_delete("committees_seat", unless="OLD.person_id IS NULL"),
    ]
