"""What tests see of a page: its focus, what is cut off, what axe finds."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).parent / "axe" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

_CUT_OFF = """() => {
  const out = [], wide = document.documentElement.clientWidth + 1
  const scrolls = e => {
    for (; e; e = e.parentElement ?? e.getRootNode().host) {
      const style = getComputedStyle(e)
      if (/auto|scroll/.test(style.overflowX) && e.dataset?.testid !== 'stMain') return true
      if (style.textOverflow === 'ellipsis') return true // shortened on purpose, whole in its title
      if (style.position === 'absolute' && style.clipPath !== 'none') return true // for screen readers alone
    }
    return false
  }
  const visit = root => {
    for (const e of root.querySelectorAll('*')) {
      if (e.shadowRoot) visit(e.shadowRoot)
      const box = e.getBoundingClientRect()
      if (!box.width || !box.height || (box.right <= wide && box.left >= -1) || scrolls(e)) continue
      out.push(`${e.tagName} ${e.className} ${Math.round(box.left)}-${Math.round(box.right)} ${e.textContent}`)
    }
  }
  visit(document.querySelector('[data-testid=stMain]'))
  return out.map(line => line.slice(0, 120))
}"""

_FOCUSED = """() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at?.textContent ?? ''
}"""


GROUND, LIGHT, DARK = (
    "getComputedStyle(document.querySelector('.stApp')).backgroundColor",
    "rgb(255, 255, 255)",
    "rgb(21, 23, 26)",
)
"""What tells the ground of a page, and what it is in either theme."""


@cache
def _axe() -> str:
    return _AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe has to say against the page, in lines that name the rule and the place."""
    page.evaluate(_axe())
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(_RULES)}}})")
    assert found["passes"], "axe looked at nothing"
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found["violations"] for node in v["nodes"]]


def violations_in_both_themes(page: Page) -> list[str]:
    """The same of a page that is light, then of the same in the dark."""
    assert page.evaluate(GROUND) == LIGHT
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{GROUND} === '{DARK}'")
    still(page)
    return found + violations(page)


def cut_off(page: Page) -> list[str]:
    """What reaches beyond the sides of the page, unless it lies in a part that scrolls by itself."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found


def scrolls_sideways(page: Page) -> bool:
    """Whether the page as a whole can be moved sideways."""
    return page.evaluate("(e => e.scrollWidth > e.clientWidth)(document.querySelector('[data-testid=stMain]'))") is True


def bottom(page: Page, selector: str) -> float:
    """The lowest pixel of an element, from the top of the window."""
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


def focused(page: Page) -> str:
    """The text of what has the focus, within components too."""
    return str(page.evaluate(_FOCUSED))


def still(page: Page) -> None:
    """Wait until the page has stopped running and drawing."""
    page.wait_for_timeout(250)
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')")
    page.wait_for_timeout(250)
