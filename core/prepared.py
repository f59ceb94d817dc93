"""Queries that Django builds once and asks many times.

Building a queryset and turning it into SQL costs more than running it, and on the pages that most people read it is always the
same few. A prepared query is written as any other, with `slot("name")` where its values will come; the SQL is kept, and each
asking costs one execution and the rows. It reads Django's compiler, so its tests stand guard over an upgrade.

    by_reference = Prepared(lambda: Proposal.objects.select_related("forum").filter(reference=slot("reference")))
    by_reference.one(reference="ASC-2026-0148")
"""

import re
from collections import namedtuple
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Model, QuerySet, Value
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable

Row = TypeVar("Row")
_Cursor: Any = ServerBindingCursor  # the stubs do not know what it is made of


def slot(name: str) -> Any:
    """A place in a prepared query that is filled at each asking; it stands for a value of any type. Values arrive as the column stores them."""
    return Slot(name)


class Slot(Value):
    """Compiles to a placeholder and stands for itself among the parameters."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


class Prepared(Generic[Row]):
    """A queryset with slots; records with what it selects along, or named tuples where it asks for values.

    `planned`: the server keeps its plan too. Only for what is looked up by a key, where every value deserves the same plan.
    """

    def __init__(self, build: Callable[[], QuerySet[Any, Any]], *, planned: bool = False) -> None:
        self._build = build
        self._planned = planned
        self._plan: _Plan | None = None

    def all(self, **values: Any) -> list[Row]:
        """Every row, in one query. Raises KeyError for a slot that is given no value."""
        plan = self._plan
        if plan is None:
            # Two threads may both get here first; their plans are alike.
            plan = self._plan = _Plan(self._build(), planned=self._planned)
        return list(plan.run(values))

    def one(self, **values: Any) -> Row | None:
        """The first row, or None."""
        return next(iter(self.all(**values)), None)


class _Keeping(_Cursor):
    """Has the server keep the statement, so that each connection reads and plans it once."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        return super().execute(query, params, prepare=True, **options)


def _planned_cursor() -> Any:
    """As `connection.cursor()`, counted and logged like it."""
    here: Any = connection
    here.ensure_connection()
    with here.wrap_database_errors:
        return here._prepare_cursor(_Keeping(here.connection))


def _with_constants(sql: str, params: Any) -> tuple[str, list[str]]:
    """The SQL with a place for each slot alone, and their names in order; what never varies is written out.

    A kept plan is made for any value of a parameter, so of `depth = $1` it cannot know that an index of `depth = 0` will do.
    """
    names: list[str] = []
    left = iter(params)
    with connection.cursor() as cursor:

        def place(found: re.Match[str]) -> str:
            if found[0] == "%%":
                return found[0]
            value = next(left)
            if type(value) is Slot:
                names.append(value.name)
                return "%s"
            written: str = cursor.mogrify("%s", [value])
            return written.replace("%", "%%")

        return re.sub("%%|%s", place, sql), names


class _Plan:
    """SQL with its parameters in order, and how its rows become records or tuples."""

    def __init__(self, queryset: QuerySet[Any, Any], *, planned: bool) -> None:
        self.planned = planned
        query: Any = queryset.query
        compiler = query.get_compiler(connection=connection)
        self.sql, self.slots = _with_constants(*compiler.as_sql())
        select = compiler.select
        self.converters = compiler.get_converters([column[0] for column in select])
        self.rows = self._records(compiler) if queryset._iterable_class is ModelIterable else self._tuples(queryset)

    def run(self, values: dict[str, Any]) -> Iterator[Any]:
        params = [values[name] for name in self.slots]
        with _planned_cursor() if self.planned else connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        return self.rows(self._converted(found) if self.converters else found)

    def _converted(self, found: list[Any]) -> Iterator[list[Any]]:
        for row in map(list, found):
            for place, (converters, expression) in self.converters.items():
                for convert in converters:
                    row[place] = convert(row[place], expression, connection)
            yield row

    @staticmethod
    def _tuples(queryset: QuerySet[Any, Any]) -> Callable[[Any], Iterator[Any]]:
        row: Any = namedtuple("Row", queryset._fields)  # type: ignore[misc, attr-defined]
        return lambda found: map(row._make, found)

    @staticmethod
    def _records(compiler: Any) -> Callable[[Any], Iterator[Any]]:
        maker = _Maker(compiler.klass_info, compiler.select)
        make, annotated = maker.make, tuple(compiler.annotation_col_map.items())
        if not annotated:
            return lambda found: map(make, found)

        def records(found: Any) -> Iterator[Any]:
            for row in found:
                record = make(row)
                for name, place in annotated:
                    setattr(record, name, row[place])
                yield record

        return records


class _Maker:
    """Makes records out of rows as `Model.from_db` does, without asking each column again whether it was selected.

    What a record holds then is what Django's own would hold; `__init__` and its signals are left out, which this house does not use.
    """

    def __init__(self, info: Any, select: Any) -> None:
        assert not info.get("from_parent"), "Models of several tables are not built here."
        self.model = info["model"]
        assert self.model.__init__ is Model.__init__, f"{self.model} makes itself in its own way."
        self.first, self.last = info["select_fields"][0], info["select_fields"][-1] + 1
        self.names = [column[0].target.attname for column in select[self.first : self.last]]
        self.key = self.first + self.names.index(self.model._meta.pk.attname)
        self.related = [
            (_Maker(one, select), one["local_setter"], one["remote_setter"])
            for one in info.get("related_klass_infos", [])
        ]

    def make(self, row: Any) -> Any:
        record = Model.__new__(self.model)
        state = ModelState()
        state.adding, state.db, state.fields_cache = False, DEFAULT_DB_ALIAS, {}
        record.__dict__.update(zip(self.names, row[self.first : self.last], strict=True), _state=state)
        for maker, link, link_back in self.related:
            other = None if row[maker.key] is None else maker.make(row)
            link(record, other)
            if other is not None:
                link_back(other, record)
        return record
