"""The Celery application. Tasks live in each app's `tasks.py`; what runs by the clock stands in `config/schedule.py`."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("folkmoot")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def _keep_our_logging(**_: object) -> None:
    # Celery would replace the handlers; Django has set them up already, from settings.LOGGING.
    pass
