"""The two pages for machines."""

import pytest
from django.test import Client, override_settings

from config import health


def test_alive_asks_nobody(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


@pytest.mark.django_db
def test_ready_means_database_redis_and_migrations(client):
    answer = client.get("/readyz")

    assert answer.json() == {"status": "ready", "database": True, "redis": True, "migrations": True}
    assert answer.status_code == 200


@pytest.mark.django_db
def test_without_redis_it_is_alive_but_not_ready_and_says_which():
    away = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "unix:///nonexistent/redis.sock",
        }
    }

    with override_settings(CACHES=away):
        answer = Client().get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "not ready", "database": True, "redis": False, "migrations": True}


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready(client, monkeypatch):
    from django.db import connection

    monkeypatch.setattr(health, "_migrated", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'portal' OR app = 'accounts'")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["migrations"]) == (503, False)


def test_health_pages_carry_a_request_id_and_touch_no_session(client):
    answer = client.get("/healthz", headers={"X-Request-ID": "abcdef-12345678"})

    assert answer["X-Request-ID"] == "abcdef-12345678"
    assert "Cookie" not in answer.get("Vary", "")
