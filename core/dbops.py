"""Promises that the database keeps itself: what may not be deleted, and what may not change any more.

Each gives a reversible migration operation. They hold whatever the code above does.
"""

from collections.abc import Sequence

from django.db import migrations


def forbid_delete(table: str, *, unless: str = "false") -> migrations.RunSQL:
    """No row of `table` can be deleted, except where the SQL condition `unless` holds of OLD."""
    name = f"{table}_keep"
    return migrations.RunSQL(
        f"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {unless} THEN RETURN OLD; END IF;
            RAISE EXCEPTION 'rows of {table} are part of the public record and cannot be deleted'
                USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER {name} BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
        """,
        f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();",
    )


def freeze_columns(table: str, columns: Sequence[str], *, when: str = "true") -> migrations.RunSQL:
    """The `columns` of a row of `table` cannot change while the SQL condition `when` holds of OLD."""
    name = f"{table}_frozen"
    old = ", ".join(f"OLD.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    return migrations.RunSQL(
        f"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF ({when}) AND ROW({new}) IS DISTINCT FROM ROW({old}) THEN
                RAISE EXCEPTION 'this row of {table} is final' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
        """,
        f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();",
    )


def append_only(table: str) -> migrations.RunSQL:
    """No row of `table` is ever updated or deleted."""
    name = f"{table}_append_only"
    return migrations.RunSQL(
        f"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of {table} are final' USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
        """,
        f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();",
    )
