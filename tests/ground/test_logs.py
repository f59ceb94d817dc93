"""A line of the log is one JSON object that says which request it belongs to."""

import io
import json
import logging

import pytest
from django.test import Client

from config import logs


@pytest.fixture
def lines():
    """What is written to the log during a test, parsed."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    table = logs.logging_table("INFO")
    handler.setFormatter(logging.config.DictConfigurator(table).configure_formatter(table["formatters"]["json"]))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.mark.django_db
def test_a_request_leaves_one_line_with_its_id_and_without_its_query(lines):
    Client().get("/api/schema/?token=hush", headers={"X-Request-ID": "abcdef-12345678"})

    [line] = [line for line in lines() if line["event"] == "request"]
    assert (line["method"], line["path"], line["status"], line["request_id"]) == (
        "GET",
        "/api/schema/",
        200,
        "abcdef-12345678",
    )
    assert "hush" not in json.dumps(lines())


def test_a_refusal_that_django_logs_late_carries_the_id_too(lines):
    Client(enforce_csrf_checks=True).post("/healthz", headers={"X-Request-ID": "abcdef-12345678"})

    late = [line for line in lines() if line["logger"].startswith("django")]
    assert late
    assert {line["request_id"] for line in late} == {"abcdef-12345678"}


def test_probes_leave_no_line(lines):
    Client().get("/healthz")

    assert lines() == []
