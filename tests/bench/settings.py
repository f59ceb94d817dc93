"""The settings of a run, and an empty page beside the product's own."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
