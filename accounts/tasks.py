from celery import shared_task

from accounts import actions


@shared_task
def build_export(export_id: int) -> None:
    """The copy of one person's data is ready to fetch; run twice, it is built once."""
    actions.build_export(export_id=export_id)


@shared_task
def report_retention() -> int:
    """A fresh report says what is due to go; nothing goes before an administrator has looked at it."""
    return actions.report_retention().pk
