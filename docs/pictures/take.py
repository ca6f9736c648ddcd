"""Takes the pictures of the README from a running demo: `make pictures` while `make run` is up."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PASSWORD = "mot-cua-2019"  # noqa: S105 - of the demo, printed at every start
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 720}
PICTURES = {
    "portal": ("", "/"),
    "counter": ("lan", "/quay/"),
    "work": ("thu", "/phong-ban/"),
    "approver": ("minh", "/phe-duyet/"),
    "board": ("mai", "/trung-tam/"),
    "process": ("ha", "/quy-trinh/"),
    "seals": ("ngan", "/con-dau/"),
    "results": ("hoa", "/so-ket-qua/"),
}


def main(site: str) -> None:
    """All of them, at the width of a desk; the portal also at the width of a phone."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=CHROMIUM)
        for name, (who, address) in PICTURES.items():
            page = _signed_in(browser, site, who)
            page.goto(site + address)
            page.screenshot(path=HERE / f"{name}.png")
            if name == "work":
                page.locator("main a[href^='/ho-so/']").first.click()
                page.screenshot(path=HERE / "dossier.png")
        phone = browser.new_page(viewport=PHONE)
        phone.goto(site)
        phone.screenshot(path=HERE / "portal-phone.png")
        browser.close()


def _signed_in(browser: Browser, site: str, who: str) -> Page:
    page = browser.new_page(viewport=WIDE)
    if who:
        page.goto(f"{site}/dang-nhap/")
        page.fill("#id_login", who)
        page.fill("#id_password", PASSWORD)
        page.click("main button.button")
        page.wait_for_url(lambda url: "dang-nhap" not in url)
    return page


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
