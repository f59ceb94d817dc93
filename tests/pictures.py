"""`python -m tests.pictures http://127.0.0.1:8000`: take the README's pictures anew from a running demonstration."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
# name, address, width, height, scheme
PICTURES = (
    ("proposal", "/proposals/ASC-2026-0001/", 1180, 900, "light"),
    ("home-phone", "/", 390, 900, "dark"),
)


def main(base: str) -> None:
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, address, width, height, scheme in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(base + address)
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
