"""Survivors are read from mutmut's answers, and held to the list in both directions. Nothing here runs mutmut."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

import measure_mutants
from measure_mutants import LISTED, Change, Measured, MutantsError, complaints

SHOWN = """\
# catalog.xǁCatalogǁscript__mutmut_3: survived
--- src/catalog.py
+++ src/catalog.py
@@ -1,3 +1,3 @@
 def script(self) -> None:
-    return  1
+    return 2
"""
ONE = Change("catalog.Catalog.script", "return 1", "return 2")


def test_change_is_read_from_the_diff() -> None:
    assert measure_mutants.change("catalog.xǁCatalogǁscript__mutmut_3", SHOWN) == ONE
    assert measure_mutants.change("catalog.x__read__mutmut_3", SHOWN).function == "catalog._read"


def measured(noticed: int, *survivors: Change) -> Measured:
    return Measured({"catalog": 10}, {"catalog": noticed}, Counter(survivors))


def test_survivors_are_exactly_those_that_are_listed() -> None:
    assert complaints(measured(9, ONE), Counter([ONE])) == []
    at = "catalog.Catalog.script: `return 1` to `return 2`: "
    assert complaints(measured(9, ONE, ONE), Counter([ONE])) == [
        f"{at}survives; notice it in a test, or list it in docs/mutants.yaml"
    ]
    assert complaints(measured(9), Counter([ONE])) == [
        f"{at}is listed and does not survive; delete it from docs/mutants.yaml"
    ]


def test_module_must_have_its_share_noticed() -> None:
    assert complaints(measured(8), Counter()) == ["catalog: 80.0% of 10 mutants noticed, at least 90%; add a test"]


def test_every_listed_survivor_has_a_reason_and_stands_once() -> None:
    known = measure_mutants.listed(ROOT / LISTED)
    assert known.total() == sum(
        len(group["changes"]) for group in yaml.safe_load((ROOT / LISTED).read_text(encoding="utf-8"))
    )
    modules = {Path(name).stem for name in _configured("only_mutate")}
    assert {one.function.partition(".")[0] for one in known} <= modules


@pytest.mark.parametrize("text", ["- 1", "- reason: x", "a: [", "- {reason: x, changes: [{in: a, from: b}]}", "1"])
def test_list_that_is_not_in_form_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "mutants.yaml").write_text(text)
    with pytest.raises(MutantsError, match=r"mutants\.yaml: .*; write a list of"):
        measure_mutants.listed(tmp_path / "mutants.yaml")


def test_what_is_laid_out_is_all_that_is_configured(tmp_path: Path) -> None:
    measure_mutants.lay_out(ROOT, tmp_path / "mutants")
    for name in (*_configured("only_mutate"), *_configured("pytest_add_cli_args_test_selection")):
        assert (tmp_path / "mutants" / name).is_file(), name


def _configured(key: str) -> list[str]:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mutmut"][key]
    return [str(name) for name in found]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks in /proc")
def test_what_works_in_the_folder_is_ended(tmp_path: Path) -> None:
    inside, outside = (
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], cwd=folder)
        for folder in (tmp_path, Path("/"))
    )
    try:
        time.sleep(0.1)
        measure_mutants.end_left_behind(tmp_path)
        assert inside.wait(10) < 0
        assert outside.poll() is None
    finally:
        outside.kill()
        outside.wait()
        inside.kill()
        inside.wait()
