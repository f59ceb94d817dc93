"""Exit code 0 when the web server of this container answers that it is ready."""

import http.client
import os
import sys


def main() -> int:
    """Ask /readyz as the proxy would: over TLS, for the first of the hosts we serve."""
    host = (os.environ.get("FOLKMOOT_HOSTS") or "localhost").split(",")[0].strip().lstrip(".")
    line = http.client.HTTPConnection("127.0.0.1", 8000, timeout=4)
    line.request("GET", "/readyz", headers={"Host": host, "X-Forwarded-Proto": "https"})
    return 0 if line.getresponse().status == 200 else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
