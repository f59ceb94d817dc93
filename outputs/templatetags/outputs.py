"""`{% load outputs %}`: who took part, in words and rows."""

from django import template

from outputs import showing

register = template.Library()

register.simple_tag(showing.took_part_sentence, name="took_part_sentence")
register.simple_tag(showing.ward_rows, name="ward_rows")
register.simple_tag(showing.other_wards_note, name="other_wards_note")
