"""Builds the site from the pages of the skill, as hooks of MkDocs; ``mkdocs.yml`` names this file.

The pages are read where they are and completed in memory: no file of the repository is written. Pages of
docs/site are Jinja templates; what they may name stands in ``_values``.
"""

# mypy: disable-error-code="import-untyped,import-not-found,misc"

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import jinja2
from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import Registry
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

import site_front
import site_map
import site_sections
import site_tables
import sweep
from catalog import Catalog, load
from problem import ProblemError
from site_assets import AssetError, tablesort
from site_markdown import serialize, tree
from sync_pages import PageError, page_paths

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "site"
SEARCH_PREFIX = "assets/search-as-typed.js"  # goes before Material's worker, and nowhere else
# Lists of every entry: each would stand above the entry itself in what a search finds.
UNSEARCHED = (
    *("references/catalogue.md", "references/catalogue-libraries.md", "references/symptoms.md", "references/sweep.md"),
    *("references/sweep-more.md", "references/sweep-libraries.md", "find/symptoms.md", "find/patterns.md"),
    "find/linters.md",
)


class CommonMark(Extension):
    """Lets Python-Markdown, which MkDocs calls, take its tree from markdown-it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put markdown-it in the place of parser and inline patterns; tree processors (toc, links) stay."""
        md.parser = SimpleNamespace(parseDocument=lambda lines: ET.ElementTree(_tree("\n".join(lines))))
        md.serializer = serialize
        md.preprocessors = Registry()
        md.postprocessors = Registry()
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the navigation from SKILL.md's map, and render with markdown-it."""
    names = [path.stem for path in page_paths(ROOT) if path.parent.name]
    try:
        config.nav = site_map.navigation((ROOT / site_map.FRONT).read_text(encoding="utf-8"), names)
    except ProblemError as error:
        raise PluginError(str(error)) from error
    config.markdown_extensions.append(CommonMark())
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the skill, the timelines, the sorter, and Material's search with our prefix."""
    try:
        added = dict(tablesort(CACHE))
    except AssetError as error:
        raise PluginError(str(error)) from error
    added |= {str(page): ROOT / page for page in page_paths(ROOT)}
    added |= {f"{site_sections.TIMELINES}/{picture.name}": picture for picture in pictures(config)}
    for name, source in added.items():
        files.append(File.generated(config, name, abs_src_path=str(source)))
    prefix_search(files)
    return files


def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Complete the page of a topic, and fill in a template of docs/site."""
    path = PurePosixPath(page.file.src_uri)
    if page.file.src_uri in UNSEARCHED:
        page.meta["search"] = {"exclude": True}
    if page.file.generated_by is None:
        return fill(markdown, _drawn(config))
    try:
        return site_sections.complete(markdown, path, _catalog(), _drawn(config))
    except PageError as error:
        raise PluginError(str(error)) from error


@functools.cache
def _catalog() -> Catalog:
    catalog = load(ROOT)
    if catalog.problems:
        raise PluginError("\n".join(map(str, catalog.problems)))
    return catalog


def fill(text: str, drawn: frozenset[str]) -> str:
    """Fill in a page of docs/site; an unknown name is an error."""
    try:
        template = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(text)
        return str(template.render(_values(drawn)))
    except (jinja2.TemplateError, ProblemError) as error:
        raise PluginError(str(error)) from error


@functools.cache
def _values(drawn: frozenset[str]) -> Mapping[str, Any]:
    measured = sweep.load(ROOT)
    tables = {name: functools.partial(table, _catalog(), measured) for name, table in site_tables.TABLES.items()}
    return {**tables, **site_front.values(ROOT, _catalog(), measured, drawn)}


def pictures(config: MkDocsConfig) -> list[Path]:
    """Return the timelines; PluginError where there is none, or a light one has no dark one."""
    folder = Path(config.extra["timelines"])
    found = sorted((ROOT / folder).glob("*.svg"))
    if not found:
        raise PluginError(f"{folder}: no timeline; run: python scripts/draw_timeline.py --all --out {folder}")
    names = {path.name for path in found}
    for name in sorted({path.name.partition(".")[0] for path in found}):
        for wanted in (f"{name}.light.svg", f"{name}.dark.svg"):
            if wanted not in names:
                raise PluginError(f"{folder / wanted}: missing beside its twin; draw the timelines anew")
    return found


def _drawn(config: MkDocsConfig) -> frozenset[str]:
    return frozenset(path.name.partition(".")[0] for path in pictures(config))


def _tree(text: str) -> ET.Element:
    try:
        return tree(text)
    except ET.ParseError as error:
        raise PluginError(f"HTML that is not well-formed ({error}); close every tag") from error


def prefix_search(files: Files) -> None:
    """Put our script before the theme's search worker."""
    workers = [file for file in files if PurePosixPath(file.src_uri).match("assets/javascripts/workers/search.*.js")]
    prefix = files.get_file_from_path(SEARCH_PREFIX)
    if len(workers) != 1 or prefix is None:
        raise PluginError(f"{len(workers)} search workers in the theme, not 1; see how this Material searches")
    workers[0].content_string = f"{prefix.content_string}\n{workers[0].content_string}"
    files.remove(prefix)
