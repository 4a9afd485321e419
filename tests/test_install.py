"""Whoever installs it, by whichever path, gets a skill that is valid and examples that run."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from packaging.version import Version

import build_skill
import frontmatter
import harness
import proof
import validate_skill
from catalog import load
from pages import Page
from proof import Status
from tools import tool

NEWER = ("3.12", "3.13", "3.14", "3.15")
MACHINE_OWN = (".git", ".venv", ".cache", ".*_cache", "__pycache__", "dist")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The upload, unpacked in a folder whose name needs quoting."""
    folder = tmp_path_factory.mktemp("un zip")
    assert build_skill.main(["--output", str(folder / "skill.zip")]) == 0
    with zipfile.ZipFile(folder / "skill.zip") as package:
        package.extractall(folder)
    return folder / build_skill.NAME


def interpreters() -> list[str]:
    """Return the running Python, and one of each newer version that PATH or pyenv has."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    found = [[*pyenv.glob(f"{version}.*/bin/python"), shutil.which(f"python{version}")] for version in NEWER]
    return [sys.executable, *(str(next(filter(None, paths))) for paths in found if any(paths))]


@pytest.mark.parametrize("python", interpreters(), ids=lambda path: Path(path).resolve().name)
def test_every_script_of_the_upload_runs_on_a_python_without_packages(
    unpacked: Path, tmp_path: Path, python: str
) -> None:
    subprocess.run([python, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True)
    entries = load(unpacked).entries

    async def prove() -> tuple[harness.Interpreter, proof.Report]:
        names = ["pip", *(requirement.name for requirement in proof.packages_of(load(ROOT).entries))]
        bare = await harness.probe(str(tmp_path / "bare" / "bin" / "python"), names)
        return bare, await proof.prove(entries, unpacked, bare, jobs=2 * proof.cores())

    bare, report = asyncio.run(prove())
    assert set(bare.packages.values()) == {None}
    assert {str(result.script.path): result.complaints for result in report.having(Status.FAILED)} == {}
    assert [str(result.script.path) for result in report.having(Status.SKIPPED) if not result.declared] == []
    assert len(report.results) == len(list(unpacked.glob("examples/*/*/*.py"))) > 0


def test_unpacked_upload_is_valid_wherever_it_lies(unpacked: Path) -> None:
    assert validate_skill.main([str(unpacked)]) == 0


def test_clone_by_hand_is_valid_under_the_name_of_the_skill(tmp_path: Path) -> None:
    clone = tmp_path / "skills" / build_skill.NAME
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(*MACHINE_OWN))
    (clone / ".git").mkdir()
    assert validate_skill.main([str(clone)]) == 0
    answer = subprocess.run([tool("agentskills"), "validate", clone], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_marketplace_offers_this_folder_as_a_plugin_with_no_field_that_is_ignored() -> None:
    offer = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text())
    assert set(offer) == {"name", "description", "owner", "plugins"}
    assert set(offer["owner"]) == {"name"}
    (plugin,) = offer["plugins"]
    assert set(plugin) == {"name", "source", "description", "version", "license"}
    texts = [offer["name"], offer["description"], offer["owner"]["name"], *plugin.values()]
    assert [text for text in texts if not isinstance(text, str) or not text.strip()] == []
    assert offer["name"] == plugin["name"] == build_skill.NAME
    assert plugin["source"] == "./"
    assert not (ROOT / "skills").exists()  # it would hide the SKILL.md at the root


def test_version_is_the_same_wherever_it_is_written() -> None:
    parts = frontmatter.split((ROOT / "SKILL.md").read_text())
    assert parts is not None
    headings = Page((ROOT / "CHANGELOG.md").read_text()).headings
    newest = next(heading.title for heading in headings if heading.level == 2)
    offer = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text())
    written = {
        "pyproject.toml": tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"],
        "SKILL.md": yaml.safe_load(parts[0])["metadata"]["version"],
        "marketplace.json": offer["plugins"][0]["version"],
        "CHANGELOG.md": newest.partition(" - ")[0].strip("[]"),
    }
    assert len({Version(version) for version in written.values()}) == 1, written
