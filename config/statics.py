"""Static files under names that carry their digest, each beside its compressed twins."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Manifest(CompressedManifestStaticFilesStorage):
    """A name that a style sheet mentions but no package ships is served as it is instead of stopping the build."""

    manifest_strict = False
