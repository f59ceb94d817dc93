"""The roof: settings, addresses, Celery, health pages, and the one table of periodic jobs."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
