"""How a picture of the user guide is taken: the steps to a page, the words it must show, a small PNG of it."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WIDTH = 1000
#: what a picture may weigh, in bytes
HEAVIEST = 100_000

Step = Callable[[Any], None]


def goes(address: str) -> Step:
    return lambda page: page.goto(address)


def follows(words: str, *, part: str = "") -> Step:
    """The first link that begins with these words (or this pattern); ``part``: under the heading with this id."""

    def step(page: Any) -> None:
        where = page.locator(f"section[aria-labelledby='{part}']") if part else page.locator("main")
        where.get_by_role("link", name=re.compile(f"^{words}")).first.click()
        page.wait_for_load_state()

    return step


def opens_child(to_do: str, *, part: str = "") -> Step:
    """The child of the first line whose last column begins with this word; ``part``: under the heading with this id."""

    def step(page: Any) -> None:
        lines = page.locator(f"section{part and f'[aria-labelledby={part}]'} tbody tr")
        line = lines.filter(has=page.get_by_role("link", name=re.compile(f"^{to_do} ?:"))).first
        line.locator("th a").click()
        page.wait_for_load_state()

    return step


def opens_first_child(page: Any) -> None:
    """The child of the first line of a list."""
    page.locator("main tbody tr th a").first.click()
    page.wait_for_load_state()


def unfolds(words: str) -> Step:
    return lambda page: page.locator("summary").filter(has_text=words).first.click()


def picks(group: str, option: str) -> Step:
    return lambda page: page.get_by_role("group", name=group).get_by_label(option, exact=True).check()


def chooses(label: str, number: int) -> Step:
    """One of a list, by its place."""
    return lambda page: page.get_by_label(label, exact=True).select_option(index=number)


def enters_day(legend: str, day: int, month: int, year: int) -> Step:
    def step(page: Any) -> None:
        group = page.get_by_role("group", name=legend)
        for part, value in (("Day", day), ("Month", month), ("Year", year)):
            group.get_by_label(part, exact=True).fill(str(value))

    return step


def presses(button: str) -> Step:
    def step(page: Any) -> None:
        page.locator("main").get_by_role("button", name=button).first.click()
        page.wait_for_load_state()

    return step


def pastes(label: str, lines: str) -> Step:
    return lambda page: page.get_by_label(label, exact=True).fill(lines)


def attaches(label: str, name: str, content: str) -> Step:
    """A file of text, as if chosen from the own machine. ``name`` ends in what it is: .html, .csv."""
    file = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    return lambda page: page.get_by_label(label, exact=True).set_input_files(file)


def leaves_words_unsaved(page: Any) -> None:
    """Types into a form that keeps drafts, waits until the draft is kept, and opens the page anew."""
    page.locator("form[data-draft] textarea").nth(1).fill("The new school suits her.")
    page.locator("form[data-draft] [role=status]").get_by_text("as a draft").wait_for()
    page.reload()
    page.get_by_role("button", name="Use what you wrote").wait_for()


@dataclass(frozen=True)
class Picture:
    """``name``.png. ``who``: a sign-in of the demo. ``shows``: words that are seen. ``top``: what it starts with."""

    name: str
    who: str
    way: tuple[Step, ...]
    shows: tuple[str, ...]
    height: int = 720
    top: str = "main"

    def take(self, page: Any, blank: Any) -> bytes:
        """A small PNG. Raises AssertionError, naming the words, where the page does not show them."""
        for step in self.way:
            step(page)
        unseen = [words for words in self.shows if not _is_seen(page, words)]
        assert unseen == [], f"{self.name}: {page.url} does not show {unseen}"
        page.evaluate("document.fonts.ready")
        top = page.locator(self.top).first.bounding_box()["y"] + page.evaluate("scrollY")
        end = page.locator("main").bounding_box()
        bottom = end["y"] + end["height"] + page.evaluate("scrollY")
        clip = {"x": 0, "y": top, "width": WIDTH, "height": min(self.height, bottom - top)}
        return with_few_colours(page.screenshot(full_page=True, clip=clip, animations="disabled"), blank)


def _is_seen(page: Any, words: str) -> bool:
    return any(found.is_visible() for found in page.get_by_text(words).all())


#: the pixels of a picture as places in a list of its most frequent colours, the rest in the nearest of them
COUNT_COLOURS = """async (coded) => {
  const bytes = Uint8Array.from(atob(coded), c => c.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}))
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d')
  pen.drawImage(image, 0, 0)
  const seen = pen.getImageData(0, 0, image.width, image.height).data, often = new Map()
  const at = n => seen[n] << 16 | seen[n + 1] << 8 | seen[n + 2]
  for (let n = 0; n < seen.length; n += 4) often.set(at(n), (often.get(at(n)) || 0) + 1)
  const colourful = c => Math.max(c >> 16, c >> 8 & 255, c & 255) - Math.min(c >> 16, c >> 8 & 255, c & 255)
  const weight = ([colour, times]) => times * (1 + colourful(colour) / 8) // a link is blue though its strokes are thin
  const kept = [...often].sort((a, b) => weight(b) - weight(a)).slice(0, 112).map(one => one[0])
  const far = (a, b) => [16, 8, 0].reduce((sum, s) => sum + ((a >> s & 255) - (b >> s & 255)) ** 2, 0)
  const nearest = new Map()
  const best = one => kept.reduce((found, k, n) => far(one, k) < far(one, kept[found]) ? n : found, 0)
  for (const one of often.keys()) nearest.set(one, best(one))
  const places = new Uint8Array(seen.length / 4)
  for (let n = 0; n < places.length; n++) places[n] = nearest.get(at(4 * n))
  let text = ''
  for (let n = 0; n < places.length; n += 8192) text += String.fromCharCode(...places.subarray(n, n + 8192))
  return {width: image.width, height: image.height, kept, places: btoa(text)}
}"""


def with_few_colours(png: bytes, blank: Any) -> bytes:
    """The same picture from a list of 112 colours: half of the weight, and no eye sees it. PNG, 11.2."""
    found = blank.evaluate(COUNT_COLOURS, base64.b64encode(png).decode())
    width, height, places = found["width"], found["height"], base64.b64decode(found["places"])
    rows = b"".join(b"\0" + places[row * width : (row + 1) * width] for row in range(height))
    colours = b"".join(one.to_bytes(3, "big") for one in found["kept"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
