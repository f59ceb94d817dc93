"""The settings of a run, and an empty page beside the product's own."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"

# One machine asks for thousands of people: each has an address, as behind a proxy, so that no limit of one address is met.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
