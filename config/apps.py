"""Django's own apps, where we want them otherwise."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class Statics(StaticFilesConfig):
    """Collects what some page uses; the rest of what packages bring would only make every start slower."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "redoc",  # the API's pages use the other one
        "swagger-ui-es-*",
        "swagger-ui.js*",
        "rest_framework",  # the API speaks JSON only; people have the pages
    ]
