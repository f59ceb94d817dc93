"""`{% load outputs %}`: who took part, in words and rows, and what stands against each other on a shared issue."""

from django import template

from outputs import showing
from outputs.queries import oppositions_on

register = template.Library()

register.simple_tag(oppositions_on, name="oppositions_on")
register.simple_tag(showing.took_part_sentence, name="took_part_sentence")
register.simple_tag(showing.ward_rows, name="ward_rows")
register.simple_tag(showing.other_wards_note, name="other_wards_note")
