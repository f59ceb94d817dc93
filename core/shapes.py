"""The shape of a request over the API, read off the form that checks it: documented is what is held, to the letter."""

from typing import Any

from django import forms
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers


def shape_of(name: str, form: type[forms.Form], **more: serializers.Field) -> serializers.Serializer:
    """The form's fields with their lengths, choices and help; `more` adds or replaces some, such as those that a form makes for each record."""
    fields = {field_name: _shape(field) for field_name, field in form.base_fields.items()}
    return inline_serializer(name, fields | more)


def _shape(field: forms.Field) -> serializers.Field:
    said: dict[str, Any] = {"required": field.required, "help_text": str(field.help_text or field.label or "")}
    match field:
        case forms.ModelMultipleChoiceField():
            return serializers.ListField(child=_key(field), **said)
        case forms.ModelChoiceField():
            return _key(field, allow_null=not field.required, **said)
        case forms.ChoiceField():
            choices: Any = field.choices
            return serializers.ChoiceField(choices=list(choices), allow_blank=not field.required, **said)
        case forms.BooleanField():
            return serializers.BooleanField(**said)
        case forms.DateTimeField():
            return serializers.DateTimeField(allow_null=not field.required, **said)
        case forms.DateField():
            return serializers.DateField(**said)
        case forms.TimeField():
            return serializers.TimeField(**said)
        case forms.DecimalField():
            return serializers.DecimalField(max_digits=field.max_digits, decimal_places=field.decimal_places, **said)
        case forms.IntegerField():
            said |= {"min_value": field.min_value, "max_value": field.max_value}
            return serializers.IntegerField(**said)
        case forms.URLField():
            return serializers.URLField(max_length=field.max_length, allow_blank=not field.required, **said)
        case forms.CharField():
            said |= {"min_length": field.min_length, "max_length": field.max_length}
            return serializers.CharField(allow_blank=not field.required, **said)
        case _other:
            raise TypeError(f"There is no shape for a {type(field).__name__} yet.")


def _key(field: forms.ModelChoiceField, **said: Any) -> serializers.Field:
    """Records are named by their id, unless the form has another name for them."""
    return serializers.CharField(**said) if field.to_field_name else serializers.IntegerField(**said)
