"""What stands above every page in the weeks before an election."""

from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core import noticeboard


def drawn(facts: list[dict[str, Any]]) -> SafeString:
    rows = [one | {"ends": date.fromisoformat(one["ends"])} for one in facts]
    return render_to_string("forums/_election_banner.html", {"elections": rows})


noticeboard.draw_with(drawn)
