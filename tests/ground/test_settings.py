"""The environment decides, and what is missing is named."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env
from ground.places import ROOT

LONG = "k7-Qx2_" * 10
WHOLE = {
    "FOLKMOOT_SECRET_KEY": "aB3-dE5_gH7-jK9_mN1-pQ2_sT4-vW6_yZ8-bC0_dF2-hJ4_kM6x",
    "FOLKMOOT_BALLOT_KEY": LONG,
    "FOLKMOOT_LEDGER_KEY": LONG,
    "FOLKMOOT_VOICE_KEY": LONG,
    "FOLKMOOT_HOSTS": "folkmoot.example",
    "FOLKMOOT_URL": "https://folkmoot.example",
    "DATABASE_URL": "postgresql://folkmoot:pw@db.example/folkmoot",
    "REDIS_URL": "redis://redis.example:6379/0",
    "EMAIL_URL": "smtp://user:pw@mail.example:587?tls=1",
}


def check(environment, *words):
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("FOLKMOOT_", "DATABASE_", "REDIS_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", "check", *words],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", env.SECRETS)
def test_a_missing_secret_is_named(name, monkeypatch, tmp_path):
    monkeypatch.delenv(name, raising=False)

    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set"):
        env.secret(name, mode="production", data=tmp_path)


def test_a_short_secret_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("FOLKMOOT_BALLOT_KEY", "short")

    with pytest.raises(ImproperlyConfigured, match="FOLKMOOT_BALLOT_KEY is too short"):
        env.secret("FOLKMOOT_BALLOT_KEY", mode="production", data=tmp_path)


def test_a_secret_may_come_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text(LONG + "\n")
    monkeypatch.setenv("FOLKMOOT_BALLOT_KEY_FILE", str(tmp_path / "key"))

    assert env.secret("FOLKMOOT_BALLOT_KEY", mode="production", data=tmp_path) == LONG


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(WHOLE))
def test_production_does_not_start_without(name):
    answer = check({key: value for key, value in WHOLE.items() if key != name})

    assert answer.returncode != 0
    assert f"{name} is not set" in answer.stderr.splitlines()[-1]


@pytest.mark.slow
def test_the_deployment_check_is_clean():
    answer = check(WHOLE, "--deploy", "--fail-level", "WARNING")

    assert (answer.returncode, answer.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_a_database_address_may_name_a_socket_folder():
    assert env.database("postgresql://folkmoot@/moot?host=/run/pg&connect_timeout=3", pool=4) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "moot",
        "USER": "folkmoot",
        "PASSWORD": "",
        "HOST": "/run/pg",
        "PORT": "",
        "OPTIONS": {
            "connect_timeout": "3",
            "prepare_threshold": 0,
            "pool": {"min_size": 1, "max_size": 4, "timeout": 10},
        },
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
    }


def test_a_password_with_odd_characters_comes_through():
    found = env.database("postgresql://ada:p%40ss%2Fword@db.example:5433/moot", pool=0)

    assert (found["PASSWORD"], found["HOST"], found["PORT"]) == ("p@ss/word", "db.example", "5433")


@pytest.mark.parametrize(
    ("url", "broker"),
    [
        ("redis://redis:6379/2", "redis://redis:6379/2"),
        ("unix:///run/redis.sock?db=3", "redis+socket:///run/redis.sock?virtual_host=3"),
    ],
)
def test_celery_is_told_the_same_redis(url, broker):
    assert env.broker(url) == broker


def test_another_kind_of_database_is_refused_by_name():
    with pytest.raises(
        ImproperlyConfigured, match="DATABASE_URL must begin with one of postgresql, postgres, not mysql"
    ):
        env.database("mysql://localhost/moot", pool=0)


def test_mail_goes_to_the_relay_that_the_address_names():
    assert env.mail("smtp://ada:p%40ss@mail.example:587?tls=1") == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "ada",
        "EMAIL_HOST_PASSWORD": "p@ss",
        "EMAIL_USE_SSL": False,
        "EMAIL_USE_TLS": True,
        "EMAIL_TIMEOUT": 20,
    }
