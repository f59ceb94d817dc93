"""Queries that Django builds once and asks many times.

Building a queryset and turning it into SQL costs more than running it, and on the pages that most people read it is always the
same few. A prepared query is written as any other, with `slot("name")` where its values will come; the SQL is kept, and each
asking costs one execution and the rows. It reads Django's compiler, so its tests stand guard over an upgrade.

    by_reference = Prepared(lambda: Proposal.objects.select_related("forum").filter(reference=slot("reference")))
    by_reference.one(reference="ASC-2026-0148")
"""

from collections import namedtuple
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import QuerySet, Value
from django.db.models.query import ModelIterable, get_related_populators

Row = TypeVar("Row")


def slot(name: str) -> "Slot":
    """A place in a prepared query that is filled at each asking. Values arrive as the column stores them."""
    return Slot(name)


class Slot(Value):
    """Compiles to a placeholder and stands for itself among the parameters."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


class Prepared(Generic[Row]):
    """A queryset with slots; records with what it selects along, or named tuples where it asks for values."""

    def __init__(self, build: Callable[[], QuerySet[Any, Any]]) -> None:
        self._build = build
        self._plan: _Plan | None = None

    def all(self, **values: Any) -> list[Row]:
        """Every row, in one query. Raises KeyError for a slot that is given no value."""
        plan = self._plan
        if plan is None:
            # Two threads may both get here first; their plans are alike.
            plan = self._plan = _Plan(self._build())
        return list(plan.run(values))

    def one(self, **values: Any) -> Row | None:
        """The first row, or None."""
        return next(iter(self.all(**values)), None)


class _Plan:
    """SQL with its parameters in order, and how its rows become records or tuples."""

    def __init__(self, queryset: QuerySet[Any, Any]) -> None:
        query: Any = queryset.query
        compiler = query.get_compiler(connection=connection)
        self.sql, self.params = compiler.as_sql()
        select = compiler.select
        self.converters = compiler.get_converters([column[0] for column in select])
        self.rows = self._records(compiler) if queryset._iterable_class is ModelIterable else self._tuples(queryset)

    def run(self, values: dict[str, Any]) -> Iterator[Any]:
        params = [values[one.name] if type(one) is Slot else one for one in self.params]
        with connection.cursor() as cursor:
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
        """As in `django.db.models.query.ModelIterable`."""
        select, info, annotated = compiler.select, compiler.klass_info, compiler.annotation_col_map
        model = info["model"]
        first, last = info["select_fields"][0], info["select_fields"][-1] + 1
        names = frozenset(
            column[0].target.attname for column in select[first:last]
        )  # asked for each column of each row
        populators = get_related_populators(info, select, connection.alias)  # type: ignore[call-arg]  # the stubs are of a later Django

        def records(found: Any) -> Iterator[Any]:
            for row in found:
                record = model.from_db(connection.alias, names, row[first:last])
                for populator in populators:
                    populator.populate(row, record)
                for name, place in annotated.items():
                    setattr(record, name, row[place])
                yield record

        return records
