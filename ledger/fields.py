"""PostgreSQL's own 64-bit transaction id, given by the database."""

from typing import Any

from django.db import models
from django.db.models import Func


class CurrentTransaction(Func):
    template = "pg_current_xact_id()"
    arity = 0
    output_field = models.TextField()


class TransactionId(models.Field):
    """An `xid8` column that the database fills with the id of the writing transaction."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["db_default"] = CurrentTransaction()
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def db_type(self, connection: Any) -> str:
        return "xid8"

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_default", None)
        kwargs.pop("editable", None)
        return name, path, args, kwargs
