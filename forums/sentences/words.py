"""What a sentence says of its subject."""

from core.subjects import Subject


def label_of(subject: Subject | None) -> dict[str, str]:
    return {"label": subject.label if subject else "?"}
