"""No pool ever holds more people than it has places, however many ask at once and whatever the code above does."""

from django.db import migrations

# The pool's row is held before its people are counted: of two who come at once, the second counts the first.
FITS = """
CREATE FUNCTION meetings_registration_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE room integer;
BEGIN
    IF NEW.pool_id IS NULL THEN RETURN NULL; END IF;
    SELECT size INTO room FROM meetings_pool WHERE id = NEW.pool_id AND gathering_id = NEW.gathering_id FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'pool % is of another gathering', NEW.pool_id USING ERRCODE = 'restrict_violation';
    END IF;
    IF room IS NOT NULL AND (SELECT count(*) FROM meetings_registration WHERE pool_id = NEW.pool_id) > room THEN
        RAISE EXCEPTION 'pool % has % places, and all are taken', NEW.pool_id, room USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER meetings_registration_fits AFTER INSERT OR UPDATE ON meetings_registration
    FOR EACH ROW EXECUTE FUNCTION meetings_registration_fits();

CREATE FUNCTION meetings_pool_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size IS NOT NULL AND (SELECT count(*) FROM meetings_registration WHERE pool_id = NEW.id) > NEW.size THEN
        RAISE EXCEPTION 'more than % people are in pool %', NEW.size, NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER meetings_pool_holds AFTER UPDATE ON meetings_pool FOR EACH ROW EXECUTE FUNCTION meetings_pool_holds();
"""
BACK = """
DROP TRIGGER meetings_registration_fits ON meetings_registration; DROP FUNCTION meetings_registration_fits();
DROP TRIGGER meetings_pool_holds ON meetings_pool; DROP FUNCTION meetings_pool_holds();
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_registrations")]
    operations = [migrations.RunSQL(FITS, BACK)]
