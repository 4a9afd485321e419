"""The site as a reader meets it: every page in a browser, at the width of a phone and of a desk."""

# mypy: disable-error-code="import-not-found"

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import html_pages
import pytest
import served
from conftest import ROOT
from markdown_it import MarkdownIt
from playwright.async_api import Browser, Page

import frontmatter
from catalog import Catalog
from sync_pages import page_paths

WIDTHS = {"desk": 1280, "phone": 390}  # CSS pixels, in the order of the visit
AT_ONCE = 3  # pages open side by side
SORTABLE = ("find/symptoms.html", "find/patterns.html", "find/linters.html")
FIRST = 5  # results of a search that a reader looks at


@dataclass
class Visit:
    """What came of one page: complaints of the browser, what it asked for, and its width in pixels by screen."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)


@pytest.fixture(scope="session")
def site() -> Iterator[served.Site]:
    with served.serve(ROOT / "build" / "site") as site:
        yield site


@pytest.fixture(scope="session")
def visits(site: served.Site) -> Mapping[str, Visit]:
    """Load every page once."""

    async def visit(page: Page, path: str) -> Visit:
        found = Visit()
        heard: dict[Any, Callable[[Any], None]] = {
            "console": lambda m: found.complaints.append(m.text) if m.type in ("error", "warning") else None,
            "pageerror": lambda error: found.complaints.append(str(error)),
            "requestfailed": lambda request: found.complaints.append(f"{request.url}: {request.failure}"),
            "response": lambda r: found.complaints.append(f"{r.url}: {r.status}") if r.status >= 400 else None,
            "request": lambda request: found.requests.append(request.url),
        }
        for event, note in heard.items():
            page.on(event, note)
        await page.goto(site.address + path)
        for screen, width in WIDTHS.items():
            await page.set_viewport_size({"width": width, "height": 900})
            found.widths[screen] = await page.evaluate("document.scrollingElement.scrollWidth")
        for event, note in heard.items():
            page.remove_listener(event, note)
        await page.goto("about:blank")  # what the page still asks for is dropped here, unheard
        return found

    async def crawl(browser: Browser) -> dict[str, Visit]:
        found: dict[str, Visit] = {}
        left = iter(site.pages)

        async def work() -> None:
            page = await served.new_page(browser)  # one for many pages: a fresh one costs as much as what it loads
            for path in left:
                await page.set_viewport_size({"width": WIDTHS["desk"], "height": 900})
                found[path] = await visit(page, path)

        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(work())
        return found

    return site.browse(crawl)


@pytest.fixture(scope="session")
def html(site: served.Site) -> Mapping[str, html_pages.HtmlPage]:
    return {path: html_pages.read((site.folder / path).read_text(encoding="utf-8")) for path in site.pages}


def test_no_page_has_an_error_or_a_failed_request(visits: Mapping[str, Visit]) -> None:
    assert {path: visit.complaints for path, visit in visits.items() if visit.complaints} == {}
    assert len(visits) > 100


def test_nothing_is_fetched_from_elsewhere(site: served.Site, visits: Mapping[str, Visit]) -> None:
    asked = {url for visit in visits.values() for url in visit.requests if not url.startswith(("data:", "blob:"))}
    assert {url for url in asked if not url.startswith(site.address)} == set()
    assert len(asked) > len(visits)


@pytest.mark.parametrize("screen", WIDTHS)
def test_no_page_is_wider_than_the_screen(visits: Mapping[str, Visit], screen: str) -> None:
    assert {path: v.widths[screen] for path, v in visits.items() if v.widths[screen] > WIDTHS[screen]} == {}


def test_every_link_leads_to_a_page_and_an_anchor(site: served.Site, html: Mapping[str, html_pages.HtmlPage]) -> None:
    broken = []
    checked = 0
    for path, page in html.items():
        for link in page.links:
            target = urlsplit(urljoin(site.address + path, link))
            if f"{target.scheme}://{target.netloc}/" != site.address:
                continue
            checked += 1
            name, anchor = unquote(target.path).removeprefix("/") or "index.html", unquote(target.fragment)
            known = html[name].anchors if name in html else set()
            if not (site.folder / name).is_file() or (name in html and anchor and anchor not in known):
                broken.append(f"{path}: {link}")
    assert broken == []
    assert checked > 1000


def test_lists_tables_and_code_are_those_that_the_project_parses(html: Mapping[str, html_pages.HtmlPage]) -> None:
    tags = {"list_item_open": "li", "table_open": "table", "fence": "pre", "code_block": "pre"}
    parser = MarkdownIt("commonmark").enable("table")
    for path in page_paths(ROOT):
        text = (ROOT / path).read_text(encoding="utf-8")
        parts = frontmatter.split(text) if text.startswith("---\n") else None
        tokens = parser.parse(parts[1] if parts else text)
        expected = Counter(tags[t.type] for t in tokens if t.type in tags)
        expected += Counter(t.tag for t in tokens if t.type in ("heading_open", "blockquote_open"))
        assert html[str(path.with_suffix(".html"))].counts == expected, path


def test_search_for_a_message_finds_its_entry(site: served.Site, catalog: Catalog) -> None:
    """Of more than one word: among the first pages, and above the other sections of its page; else: somewhere."""
    wanted: dict[str, set[str]] = {}
    for entry in catalog.entries:
        for script in entry.scripts:
            for message in (text for expected in script.declaration.expectations for text in expected.stderr):
                wanted.setdefault(message, set()).add(f"references/{entry.topic}.html#{entry.name}")

    async def ask(browser: Browser) -> list[list[list[str]]]:
        page = await served.new_page(browser)
        await page.goto(site.address)
        found = await page.evaluate(
            """async queries => {
                const { base, search } = JSON.parse(document.getElementById("__config").textContent)
                const index = await (await fetch(new URL("search/search_index.json", new URL(`${base}/`, location)))).json()
                const worker = new Worker(new URL(search, location))
                const ask = message => new Promise(resolve => {
                    worker.onmessage = event => resolve(event.data)
                    worker.postMessage(message)
                })
                await ask({ type: 0, data: { ...index, options: { suggest: false } } })
                const answers = []
                for (const query of queries) {
                    const { data } = await ask({ type: 2, data: query })
                    answers.push(data.items.map(page => page.map(section => section.location)))
                }
                return answers
            }""",
            list(wanted),
        )
        assert isinstance(found, list)
        return found

    lost = []
    for (message, entries), pages in zip(wanted.items(), site.browse(ask), strict=True):
        first = [next((place for place in page if "#" in place), "") for page in pages]
        if not entries & set(first[:FIRST] if len(re.findall(r"\w+", message)) > 1 else first):
            lost.append(message)
    assert lost == []
    assert len(wanted) > 100


def test_typed_message_leads_to_its_entry(site: served.Site) -> None:
    async def search(browser: Browser) -> str:
        page = await served.new_page(browser)
        await page.goto(site.address)
        await page.locator(".md-search__input").fill(
            "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"
        )
        await page.keyboard.press("End")
        entry = page.locator(".md-search-result__link[href*='#plain-except-around-task-group']").first
        await entry.click()
        await page.wait_for_url("**/exception-groups.html*")
        return str(page.url)

    assert site.browse(search).endswith("#plain-except-around-task-group")


@pytest.mark.parametrize("path", SORTABLE)
def test_table_is_sorted_by_click_and_by_key(site: served.Site, path: str) -> None:
    async def sort(browser: Browser) -> list[tuple[str | None, list[str]]]:
        page = await served.new_page(browser)
        await page.goto(site.address + path)
        head = page.locator(".sortable th").first
        cells = page.locator(".sortable tbody td:first-child")
        states = []
        await head.click()
        states.append((await head.get_attribute("aria-sort"), await cells.all_inner_texts()))
        for key in ("Enter", "Space"):
            await head.press(key)
            states.append((await head.get_attribute("aria-sort"), await cells.all_inner_texts()))
        return states

    clicked, entered, spaced = site.browse(sort)
    assert [state for state, _ in (clicked, entered, spaced)] == ["ascending", "descending", "ascending"]
    assert clicked[1] == sorted(clicked[1]) == spaced[1]
    assert entered[1] == sorted(clicked[1], reverse=True)
    assert len(clicked[1]) > 100


def test_figures_are_sorted_as_numbers(site: served.Site) -> None:
    async def sort(browser: Browser) -> list[str]:
        page = await served.new_page(browser)
        await page.goto(site.address + "find/patterns.html")
        await page.locator(".sortable th", has_text="Hits").click()
        return list(await page.locator(".sortable tbody td:nth-child(4)").all_inner_texts())

    found = [float(text) for text in site.browse(sort) if text]
    assert found == sorted(found)
    assert max(found) > 1 > min(found)


def test_picture_and_page_take_the_colours_of_the_reader(site: served.Site) -> None:
    path = next(path for path in site.pages if 'class="timeline"' in (site.folder / path).read_text(encoding="utf-8"))

    async def look(browser: Browser) -> dict[str, Any]:
        seen = {}
        for scheme in ("light", "dark"):
            page = await served.new_page(
                browser, color_scheme=scheme, viewport={"width": WIDTHS["phone"], "height": 900}
            )
            await page.goto(site.address + path)
            picture = page.locator(".timeline").first.locator("img:visible")
            await picture.scroll_into_view_if_needed()
            seen[scheme] = await picture.evaluate_all("all => all.map(one => one.src.split('#')[1])")
            box = await picture.bounding_box()
            assert box is not None
            assert 300 <= box["width"] <= WIDTHS["phone"]
            assert await picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
        await page.locator("label[title='Switch to light']").click()
        await picture.wait_for()  # it is loaded only now, when it is first shown
        seen["switched"] = await picture.evaluate_all("all => all.map(one => one.src.split('#')[1])")
        return seen

    assert site.browse(look) == {"light": ["only-light"], "dark": ["only-dark"], "switched": ["only-light"]}


def test_code_can_be_copied(site: served.Site) -> None:
    async def copy(browser: Browser) -> str:
        page = await served.new_page(browser, permissions=["clipboard-read", "clipboard-write"])
        await page.goto(site.address + "references/blocking.html")
        await page.locator(".md-clipboard, [data-md-type=copy]").first.click()
        return str(await page.evaluate("navigator.clipboard.readText()"))

    assert site.browse(copy).startswith("async def poll_order() -> str:\n    time.sleep(DELAY)")


def test_search_index_leaves_out_what_stands_twice(site: served.Site) -> None:
    docs = json.loads((site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [doc["location"] for doc in docs if "+++ good.py" in doc["text"] or 'r"""' in doc["text"]] == []
    assert [doc["location"] for doc in docs if doc["location"].startswith(("find/", "references/catalogue"))] == []
