"""`python -m config.templates`: every template of ours compiles, and every name it extends or includes exists."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path


def faults() -> list[str]:
    """One line for each template that does not compile or names one that is not there."""
    from django.conf import settings  # noqa: PLC0415 -- app ready
    from django.template import engines  # noqa: PLC0415 -- app ready
    from django.template.exceptions import TemplateDoesNotExist, TemplateSyntaxError  # noqa: PLC0415 -- app ready

    found: list[str] = []
    for name in sorted(_names(settings.BASE_DIR, settings.FLOORS)):
        try:
            template = engines["django"].get_template(name).template  # type: ignore[attr-defined]
            for other in _mentioned(template.nodelist):
                engines["django"].get_template(other)
        except TemplateSyntaxError as error:
            found.append(f"{name}: {error}")
        except TemplateDoesNotExist as error:
            found.append(f"{name}: names {error}, which does not exist")
    return found


def _names(root: Path, apps: list[str]) -> Iterator[str]:
    for home in (root / "templates", *(root / app / "templates" for app in apps)):
        for path in home.rglob("*"):
            if path.suffix in {".html", ".txt", ".xml", ".typ"}:
                yield path.relative_to(home).as_posix()


def _mentioned(nodes: object) -> Iterator[str]:
    from django.template.loader_tags import ExtendsNode, IncludeNode  # noqa: PLC0415 -- app ready

    for kind, field in ((ExtendsNode, "parent_name"), (IncludeNode, "template")):
        for node in nodes.get_nodes_by_type(kind):  # type: ignore[attr-defined]
            name = getattr(node, field)
            if isinstance(name.var, str):
                yield str(name.var)


def main() -> int:
    """Print every fault; 1 when there is one."""
    import django  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    found = faults()
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
