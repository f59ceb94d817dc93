"""Every point rests on a post before the members see it; what they saw does not change; what they agreed on is final."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

SUMMARY_FINAL = ("thread_id", "version", "state", "opened_at", "closes_on", "closed_at", "members", "answered")

PROMISES = """
CREATE FUNCTION forums_summary_rests_on_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM forums_point WHERE summary_id = NEW.id) THEN
        RAISE EXCEPTION 'a summary without a point cannot be put before the members' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM forums_point p WHERE p.summary_id = NEW.id
        AND NOT EXISTS (SELECT 1 FROM forums_citation c WHERE c.point_id = p.id)
    ) THEN
        RAISE EXCEPTION 'a point without a citation cannot be put before the members' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER forums_summary_rests_on_posts BEFORE UPDATE OF state ON forums_summary
    FOR EACH ROW WHEN (OLD.state = 'draft' AND NEW.state <> 'draft') EXECUTE FUNCTION forums_summary_rests_on_posts();

CREATE FUNCTION forums_summary_state(summary bigint) RETURNS text LANGUAGE sql STABLE AS
    'SELECT state FROM forums_summary WHERE id = summary';

CREATE FUNCTION forums_point_written_in_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held text := forums_summary_state(CASE TG_OP WHEN 'DELETE' THEN OLD.summary_id ELSE NEW.summary_id END);
BEGIN
    IF held <> 'draft' AND (TG_OP <> 'UPDATE' OR held <> 'open' OR
        ROW(NEW.summary_id, NEW.number, NEW.text, NEW.text_html) IS DISTINCT FROM
        ROW(OLD.summary_id, OLD.number, OLD.text, OLD.text_html)) THEN
        RAISE EXCEPTION 'the points of this summary are final' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER forums_point_written_in_draft BEFORE INSERT OR UPDATE OR DELETE ON forums_point
    FOR EACH ROW EXECUTE FUNCTION forums_point_written_in_draft();

CREATE FUNCTION forums_citation_written_in_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM forums_point p JOIN forums_summary s ON s.id = p.summary_id
        WHERE p.id = CASE TG_OP WHEN 'DELETE' THEN OLD.point_id ELSE NEW.point_id END AND s.state <> 'draft'
    ) THEN
        RAISE EXCEPTION 'the citations of this summary are final' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER forums_citation_written_in_draft BEFORE INSERT OR UPDATE OR DELETE ON forums_citation
    FOR EACH ROW EXECUTE FUNCTION forums_citation_written_in_draft();

CREATE FUNCTION forums_answer_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held text;
BEGIN
    SELECT s.state INTO held FROM forums_point p JOIN forums_summary s ON s.id = p.summary_id WHERE p.id = NEW.point_id;
    IF held <> 'open' AND (TG_OP = 'INSERT' OR
        ROW(NEW.point_id, NEW.agrees, NEW.reason, NEW.shown) IS DISTINCT FROM
        ROW(OLD.point_id, OLD.agrees, OLD.reason, OLD.shown)) THEN
        RAISE EXCEPTION 'answers are given while the summary is before the members' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER forums_answer_while_open BEFORE INSERT OR UPDATE ON forums_pointanswer
    FOR EACH ROW EXECUTE FUNCTION forums_answer_while_open();
"""

BACK = """
DROP TRIGGER forums_answer_while_open ON forums_pointanswer; DROP FUNCTION forums_answer_while_open();
DROP TRIGGER forums_citation_written_in_draft ON forums_citation; DROP FUNCTION forums_citation_written_in_draft();
DROP TRIGGER forums_point_written_in_draft ON forums_point; DROP FUNCTION forums_point_written_in_draft();
DROP FUNCTION forums_summary_state(bigint);
DROP TRIGGER forums_summary_rests_on_posts ON forums_summary; DROP FUNCTION forums_summary_rests_on_posts();
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0024_summaries")]

    operations = [
        migrations.RunSQL(PROMISES, BACK),
        forbid_delete("forums_summary"),
        freeze_columns("forums_summary", SUMMARY_FINAL, when="OLD.state IN ('agreed', 'returned')"),
    ]
