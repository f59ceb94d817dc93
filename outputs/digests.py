"""A digest that anybody can repeat: SHA-256 over the JSON of what it stands for, keys sorted, no spaces, UTF-8."""

import hashlib
import json
from typing import Any


def digest_of(content: Any) -> str:
    return hashlib.sha256(
        json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()


def draft_content(*, title: str, summary: str, findings: str, dissent: str) -> dict[str, str]:
    """What the digest of one version stands for."""
    return {"title": title, "summary": summary, "findings": findings, "dissent": dissent}
