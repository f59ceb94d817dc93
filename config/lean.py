"""What a program that serves need not load: name it, and whoever asks for it is told that it is not there.

On a developer's machine these are installed for the tests; structlog and the API framework load what they find. The image has none
of them. Import this before anything else.
"""

import sys

sys.modules |= dict.fromkeys(("pygments", "requests", "rich"))
