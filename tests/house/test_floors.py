"""Import-linter sees imports; this sees the tables: nothing in the database leans upwards."""

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from tests.house.tree import HEIGHT


def house_models():
    return [model for model in apps.get_models(include_auto_created=False) if model._meta.app_label in HEIGHT]


def relations(model):
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField):
            yield field, field.related_model


def test_no_foreign_key_points_to_a_higher_floor():
    up = [
        f"{model._meta.label}.{field.name} -> {target._meta.label}"
        for model in house_models()
        for field, target in relations(model)
        if target._meta.app_label in HEIGHT
        and target._meta.label != settings.AUTH_USER_MODEL
        and HEIGHT[target._meta.app_label] > HEIGHT[model._meta.app_label]
    ]

    assert up == []


def test_a_foreign_key_to_a_lower_floor_gives_it_no_way_back_up():
    """`related_name="+"`: a lower model has no accessor that leads to an upper one."""
    back = [
        f"{model._meta.label}.{field.name}"
        for model in house_models()
        for field, target in relations(model)
        if target._meta.app_label in HEIGHT
        and target._meta.app_label != model._meta.app_label
        and not field.remote_field.hidden
    ]

    assert back == []


def test_no_migration_depends_on_a_higher_floor():
    graph = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    up = [
        f"{app}.{name} -> {needed}"
        for (app, name), migration in graph.items()
        if app in HEIGHT
        for needed, _name in migration.dependencies
        if needed in HEIGHT and HEIGHT[needed] > HEIGHT[app] and needed != "accounts"
    ]

    assert up == []
