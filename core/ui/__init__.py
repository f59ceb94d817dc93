"""What pages are made of: the line, dates, names, buttons with their reasons, fields. `templatetags/ui.py` hands them to templates."""
