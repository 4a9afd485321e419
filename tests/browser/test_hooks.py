"""What the build refuses, in one line that says what to do."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

import site_hooks


def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "site", "extra": {"timelines": str(tmp_path)}})
    return config


def test_site_without_a_timeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"no timeline; run: python scripts/draw_timeline\.py --all --out"):
        site_hooks.pictures(config(tmp_path))


@pytest.mark.parametrize(("drawn", "missing"), [("light", "dark"), ("dark", "light")])
def test_timeline_without_its_twin_is_refused(tmp_path: Path, drawn: str, missing: str) -> None:
    (tmp_path / f"lost-update.{drawn}.svg").touch()
    with pytest.raises(PluginError, match=rf"lost-update\.{missing}\.svg: missing beside its twin"):
        site_hooks.pictures(config(tmp_path))


def test_theme_that_searches_otherwise_is_refused() -> None:
    with pytest.raises(PluginError, match="0 search workers in the theme, not 1"):
        site_hooks.prefix_search(Files([]))


def test_unknown_name_in_a_template_is_refused() -> None:
    with pytest.raises(PluginError, match="'reech' is undefined"):
        site_hooks.fill("{{ reech }}", frozenset())


def test_html_that_is_not_well_formed_is_refused() -> None:
    renderer = Markdown(extensions=[site_hooks.CommonMark()])
    with pytest.raises(PluginError, match=r"HTML that is not well-formed \(.*\); close every tag"):
        renderer.convert("<div>\n\ntext\n")
