"""What a program that serves need not load: name it, and whoever asks for it is told that it is not there.

On a developer's machine these are installed for the tests; structlog and the API framework load what they find. The image has none
of them. Import this before anything else.
"""

import sys
from typing import Any

_modules: dict[str, Any] = sys.modules
_modules |= dict.fromkeys(("pygments", "requests", "rich"))
