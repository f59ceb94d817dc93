"""Tell the workers that there is news. If the broker is away the sweep finds it a minute later."""

import structlog
from celery import current_app
from kombu.exceptions import OperationalError

log = structlog.get_logger(__name__)


def wake_delivery() -> None:
    try:
        current_app.send_task("ledger.tasks.deliver", ignore_result=True, retry=False)
    except (OperationalError, OSError) as error:
        log.warning("delivery_not_woken", error=str(error))
