"""A review is graded by where its findings point."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import grade_review

PLANTED = """\
- file: evals/files/orders.py
  planted:
    - {name: lost-update, lines: [10, 12], what: two orders take the last lamp}
    - {name: lost-task, lines: [30, 30], what: nobody holds the task}
  tempting:
    - {lines: [50, 55], why: the lock is held for no await}
- file: evals/files/sound.py
  tempting: []
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = tmp_path / "evals" / "files"
    files.mkdir(parents=True)
    (files / "orders.py").write_text("x\n" * 60)
    (files / "sound.py").write_text("x\n" * 60)
    (tmp_path / "SKILL.md").write_text("x" * 400)
    (tmp_path / grade_review.PLANTED).write_text(PLANTED)
    return tmp_path


def review(root: Path, *spots: tuple[str, int], read: object = None) -> Path:
    path = root / "review.json"
    findings = [{"file": f"evals/files/{name}.py", "line": line, "what": "x"} for name, line in spots]
    path.write_text(json.dumps({"findings": findings, **({"read": read} if read is not None else {})}))
    return path


def graded(root: Path, *spots: tuple[str, int], read: object = None) -> grade_review.Grade:
    findings, characters = grade_review.load_review(review(root, *spots, read=read), root)
    return grade_review.grade(grade_review.load_tasks(root), findings, characters)


def test_finding_near_a_planted_defect_finds_it(root: Path) -> None:
    result = graded(root, ("orders", 15), ("orders", 34))
    assert [spot.name for _, spot in result.found] == ["lost-update"]
    assert [spot.name for _, spot in result.missed] == ["lost-task"]


def test_finding_in_tempting_lines_or_a_sound_file_is_a_false_alarm(root: Path) -> None:
    result = graded(root, ("orders", 52), ("sound", 7), ("orders", 44))
    assert [finding.line for finding in result.false_alarms] == [52, 7]
    assert [finding.line for finding in result.to_judge] == [44]


def test_what_was_read_is_counted(root: Path) -> None:
    assert graded(root, read=["SKILL.md"]).characters == 400
    assert graded(root, read={"SKILL.md": 100, "x": 20}).characters == 120
    assert graded(root).characters is None


def test_command_prints_a_row_and_what_was_missed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert grade_review.main(["--root", str(root), str(review(root, ("orders", 11)))]) == 0
    out = capsys.readouterr().out
    assert "missed: evals/files/orders.py:30: lost-task: nobody holds the task" in out
    assert "1 of 2" in out
    assert grade_review.main(["--root", str(root), str(review(root))]) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read as JSON"),
        ('{"findings": [{"file": "x"}]}', "findings: not in form (KeyError('line'))"),
        ('{"findings": [], "read": ["none.md"]}', "read: no file 'none.md'"),
    ],
)
def test_review_that_is_not_in_form_is_wrong_use(
    root: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "review.json").write_text(text)
    assert grade_review.main(["--root", str(root), str(root / "review.json")]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lines: [10, 12]", "lines: 10", "[0]: not in form (TypeError"),
        ("name: lost-task, ", "", "[0]: not in form (KeyError('name')); write it"),
        ("files/sound.py", "files/none.py", "[1].file: no file evals/files/none.py; correct the path"),
    ],
)
def test_plan_that_is_not_in_form_is_wrong_use(
    root: Path, old: str, new: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / grade_review.PLANTED).write_text(PLANTED.replace(old, new))
    assert grade_review.main(["--root", str(root), str(review(root))]) == 2
    assert message in capsys.readouterr().err


def test_review_of_released_files_is_graded_by_what_was_fixed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = root / "fixes.yaml"
    listed.write_text(
        "- {before: shop==1.0, path: shop/stock.py, lines: [10, 12], also: [[40, 40]], kind: leak, what: not closed}\n"
        "- {before: shop==1.0, path: shop/stock.py, lines: [70, 70], kind: hang, what: nobody wakes it}\n"
    )
    findings = [{"file": "shop==1.0/shop/stock.py", "line": line, "what": "x"} for line in (42, 55)]
    (root / "review.json").write_text(json.dumps({"findings": findings}))
    assert grade_review.main(["--fixes", str(listed), str(root / "review.json")]) == 0
    shown = capsys.readouterr().out
    assert "missed: shop==1.0/shop/stock.py:70: hang: nobody wakes it" in shown
    assert "judge: shop==1.0/shop/stock.py:55: x" in shown
    assert "1 of 2" in shown
    listed.write_text("- {before: shop==1.0}\n")
    assert grade_review.main(["--fixes", str(listed), str(root / "review.json")]) == 2
    assert "fixes.yaml: [0]: not in form (KeyError('lines'))" in capsys.readouterr().err
