"""No version of the rules changes, and no proposed change of them."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

CHARTER = (
    *("every", "unit", "weekday", "nth", "starts", "minutes", "place", "skips_holidays", "quorum", "chair"),
    *("term_months", "recall_percent", "conduct", "conduct_html", "supports_threshold", "notice_days", "joining"),
    *("places", "places_service_user", "places_service_worker", "premoderated"),
)


class Migration(migrations.Migration):
    dependencies = [("forums", "0013_first_rules")]
    operations = [
        forbid_delete("forums_rules"),
        freeze_columns("forums_rules", ("forum_id", "version", "since", *CHARTER)),
        forbid_delete("forums_rulechange"),
        freeze_columns("forums_rulechange", ("forum_id", "number", "reason", "asked_at", "based_on_id", *CHARTER)),
    ]
