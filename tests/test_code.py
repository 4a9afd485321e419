"""The programs and the examples keep the house's form."""

from __future__ import annotations

import subprocess

import pytest
import yaml
from conftest import ROOT

from tools import tool

COMMANDS = {
    "ruff check": ["ruff", "check", "scripts", "tests"],
    "ruff format": ["ruff", "format", "--check", "scripts", "tests", "examples", "evals"],
    "mypy": ["mypy"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_code_is_in_form(command: list[str]) -> None:
    answer = subprocess.run([tool(command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_hooks_of_a_commit_run_what_the_tests_run() -> None:
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
    hooks = [hook for repository in configuration["repos"] for hook in repository["hooks"]]
    sync = "python scripts/sync_pages.py --check"  # tests/test_pages.py calls its main()
    commands = [" ".join(command) for command in COMMANDS.values()]
    assert [hook["entry"] for hook in hooks] == [f".venv/bin/{command}" for command in (*commands, sync)]
    assert [hook["id"] for hook in hooks if hook["pass_filenames"] or hook["language"] != "system"] == []
