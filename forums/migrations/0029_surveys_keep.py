"""The questions of a survey are fixed with its first answer, nobody answers questions that can still change, and a count stands."""

from django.db import migrations

from core.dbops import append_only

FIXED = """
CREATE FUNCTION forums_surveyquestion_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE frozen timestamptz;
BEGIN
    SELECT frozen_at INTO frozen FROM forums_activity
        WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.activity_id ELSE OLD.activity_id END FOR SHARE;
    IF frozen IS NOT NULL THEN
        RAISE EXCEPTION 'the questions of this survey are final' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER forums_surveyquestion_fixed BEFORE INSERT OR UPDATE OR DELETE ON forums_surveyquestion
    FOR EACH ROW EXECUTE FUNCTION forums_surveyquestion_fixed();
CREATE FUNCTION forums_surveyanswer_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM forums_activity WHERE id = NEW.activity_id AND kind = 'survey' AND frozen_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the questions of this survey can still change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER forums_surveyanswer_frozen BEFORE INSERT ON forums_surveyanswer
    FOR EACH ROW EXECUTE FUNCTION forums_surveyanswer_frozen();
"""
LOOSE = """
DROP TRIGGER forums_surveyquestion_fixed ON forums_surveyquestion; DROP FUNCTION forums_surveyquestion_fixed();
DROP TRIGGER forums_surveyanswer_frozen ON forums_surveyanswer; DROP FUNCTION forums_surveyanswer_frozen();
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0028_surveys")]

    operations = [migrations.RunSQL(FIXED, LOOSE), append_only("forums_surveyresult")]
