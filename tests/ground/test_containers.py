"""The containers, as far as they can be read without an engine."""

import yaml

from ground.places import ROOT


def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def test_the_house_is_whole():
    assert set(compose()["services"]) == {"db", "redis", "migrate", "web", "worker", "beat", "proxy"}


def test_everything_that_stays_up_says_whether_it_is_well():
    silent = [name for name, service in compose()["services"].items() if "test" not in service.get("healthcheck", {})]

    # The image itself knows how to ask the web server.
    assert silent == ["migrate", "web"]
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text()


def test_secrets_come_from_the_environment_and_a_missing_one_stops_the_start():
    environment = compose()["x-app"]["environment"]

    for name in ("FOLKMOOT_SECRET_KEY", "FOLKMOOT_BALLOT_KEY", "FOLKMOOT_LEDGER_KEY", "FOLKMOOT_VOICE_KEY"):
        assert environment[name].startswith(f"${{{name}:?")
    assert "POSTGRES_PASSWORD:?" in environment["DATABASE_URL"]


def test_every_volume_in_use_is_declared():
    used = {
        volume.split(":")[0]
        for service in compose()["services"].values()
        for volume in service.get("volumes", [])
        if not volume.startswith(".")
    }

    assert used == set(compose()["volumes"])


def test_only_the_proxy_can_be_reached_from_outside():
    assert [name for name, service in compose()["services"].items() if service.get("ports")] == ["proxy"]


def test_the_image_runs_as_no_root():
    lines = (ROOT / "Dockerfile").read_text().splitlines()

    assert "USER folkmoot" in lines
    assert lines.index("USER folkmoot") < next(n for n, line in enumerate(lines) if line.startswith("CMD"))
