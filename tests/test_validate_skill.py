"""Every complaint of the validator in full, and both sides of each of its limits."""

from __future__ import annotations

import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from test_skill import FRONT, skill

import build_skill
import sync_pages
import validate_skill
from validate_skill import Skill, SkillError, problems

NAME = "python-async-patterns"
LINKED = f"{FRONT}\n[a](references/a.md)\n"


def complaints(files: dict[str, bytes], *, zipped: bool = False, surplus: int = 0) -> list[str]:
    """Return what is wrong with a small valid skill, once some of its files are others."""
    return [str(problem) for problem in problems(Skill({**skill().files, **files}, NAME, zipped, surplus))]


def page(text: str) -> dict[str, bytes]:
    return {"references/a.md": f"# Heading A\n\n{text}\n".encode()}


def front(text: str) -> dict[str, bytes]:
    return {"SKILL.md": f"{LINKED}\n{text}\n".encode()}


RELATIVE = "name: not a plain relative path; use / and stay inside the folder"
ONE_SKILL = "file: a skill has one SKILL.md, at its root; rename this file"
TOLD: dict[str, tuple[dict[str, bytes], list[str]]] = {
    "not ASCII": ({"caf\u00e9": b""}, ["caf\u00e9: name: not ASCII; rename the file"]),
    "backslash": ({"a\\b": b""}, [f"a\\b: {RELATIVE}"]),
    "absolute": ({"/a": b""}, [f"/a: {RELATIVE}"]),
    "upwards": ({"a/../b": b""}, [f"a/../b: {RELATIVE}"]),
    "dots in a name": ({"a..b": b""}, []),
    "second": ({"references/Skill.md": b""}, ["references/Skill.md: file: SKILL.md neither links nor names it; add it to the map in SKILL.md", f"references/Skill.md: {ONE_SKILL}"]),
    "manifest": ({".claude-plugin/x": b"", "README.md": b""}, []),
    "not UTF-8": ({"x.md": b"ab\xff"}, ["x.md: encoding: not UTF-8 at byte 2; save it as UTF-8"]),
    "no text": ({"x.png": b"\xff"}, []),
    "dangling": (page("[x](b.md)"), ["references/a.md: line 3: dangling link 'b.md'; correct the path, or add the file"]),
    "dangling from the root": (page("[x](references/a.md)"), ["references/a.md: line 3: dangling link 'references/a.md'; correct the path, or add the file"]),
    "case": (page("[x](A.md)"), ["references/a.md: line 3: dangling link 'A.md'; the file is references/a.md"]),
    "up and down": (page("[x](../SKILL.md#skill) [y](../references/./a.md)"), []),
    "folder": (page("[x](../references) [y](../refer)"), ["references/a.md: line 3: dangling link '../refer'; correct the path, or add the file"]),
    "outside": (page("[x](https://a.b/c) [y](mailto:x) [z](//a.b/c)"), []),
    "outside and dangling": (page("[x](https://a.b/c) [y](b.md)"), ["references/a.md: line 3: dangling link 'b.md'; correct the path, or add the file"]),
    "link in the frontmatter": ({"SKILL.md": LINKED.replace("async code", "[x](none.md)").encode()}, []),
    "heading behind the frontmatter": ({"SKILL.md": LINKED.replace("---\n\n#", "---\n#").replace("a.md", "a.md) [x](#skill").encode()}, []),
    "anchor": (page("[x](#heading-a) [y](a.md#heading-a) ![z](a.md)"), []),
    "no such anchor": (page("[x](#zzz)"), ["references/a.md: line 3: dangling anchor '#zzz'; name one of its headings"]),
    "near anchor": (page("## Heading\n\n[x](a.md#heading-aa)"), ["references/a.md: line 5: dangling anchor 'a.md#heading-aa'; did you mean #heading-a?"]),
    "anchor of code": ({**page("[x](b.py#L3)"), "references/b.py": b""}, []),
    "path in code": (page("`references/a.md` `references/` `x/y.md` `examples/*/x`"), []),
    "no path in code": (page("`references/b.md`"), ["references/a.md: line 3: no file references/b.md; correct the path, or add the file"]),
    "folder in code": ({**page("`examples/x/` `examples/x`"), "examples/x/y": b""}, []),
    "no file in code": ({**page("`examples/x/X`"), "examples/x/y": b""}, ["references/a.md: line 3: no file examples/x/X; correct the path, or add the file"]),
    "no folder in code": (page("`examples/x/`"), ["references/a.md: line 3: no file examples/x/; correct the path, or add the file"]),
    "case in code": (page("`references/A.md`"), ["references/a.md: line 3: no file references/A.md; the file is references/a.md"]),
    "line of the front door": (front("[x](#z)"), ["SKILL.md: line 10: dangling anchor '#z'; name one of its headings"]),
    "named page": ({**front("`b` [c](references/c.md#c)"), "references/b.md": b"", "references/c.md": b"# c"}, []),
    "unnamed page": ({"references/b.md": b""}, ["references/b.md: file: SKILL.md neither links nor names it; add it to the map in SKILL.md"]),
    "page elsewhere": ({"docs/b.md": b""}, []),
    "as long as allowed": (page("x\n" * 397), []),
    "too long": (page("x\n" * 398), ["references/a.md: size: 401 lines, at most 400; split it"]),
    "long elsewhere": ({"docs/b.md": b"x\n" * 401}, []),
}  # fmt: skip


@pytest.mark.parametrize(("files", "lines"), TOLD.values(), ids=TOLD)
def test_each_breach_gets_its_line(files: dict[str, bytes], lines: list[str]) -> None:
    assert sorted(complaints(files)) == lines


def test_skill_without_its_front_door_is_told() -> None:
    found = [str(problem) for problem in problems(Skill({"references/a.md": b""}, NAME))]
    assert found == ["SKILL.md: file: missing; add it, in exactly this case"]


def test_front_door_that_is_not_utf8_is_told_once() -> None:
    assert complaints({"SKILL.md": b"\xff"}) == ["SKILL.md: encoding: not UTF-8 at byte 0; save it as UTF-8"]


def test_tokens_of_the_front_door_are_bounded() -> None:
    text = LINKED + "x" * (4 * 4000 - len(LINKED))
    assert complaints({"SKILL.md": f"{text}xxx".encode()}) == []
    assert complaints({"SKILL.md": f"{text}xxxx".encode()}) == [
        "SKILL.md: size: 4001 tokens (characters / 4), at most 4000; move text to references/"
    ]


def test_lines_of_the_front_door_are_bounded() -> None:
    body = LINKED.partition("---\n\n")[2]
    text = LINKED + "\n" * (499 - body.count("\n"))
    assert complaints({"SKILL.md": text.encode()}) == []
    assert complaints({"SKILL.md": f"{text}\n".encode()}) == [
        "SKILL.md: body: 501 lines, at most 500; move text to references/"
    ]


def test_tokens_of_a_review_are_bounded() -> None:
    """The front door, the sweep and the two largest pages that show an entry; no other page counts."""
    door = LINKED + "`b` `c` `d` `sweep`\n"
    door += "x" * (4000 - len(door))
    shown = "<!-- snippet: x -->\n"
    files = {name: f"{start}{'x' * (size - len(start))}".encode() for name, start, size in (
        ("SKILL.md", door, 4000),
        ("references/sweep.md", "", 8000),
        ("references/a.md", shown, 11_996),
        ("references/b.md", shown, 12_004),
        ("references/c.md", shown, 4000),
        ("references/d.md", "", 40_000),
    )}  # fmt: skip
    assert complaints(files) == []
    assert complaints(files | {"references/a.md": files["references/a.md"] + b"xxxx"}) == [
        "SKILL.md: review: 9001 tokens (SKILL.md 1000, references/sweep.md 2000, references/b.md 3001, "
        "references/a.md 3000), at most 9000; keep each page to 3000: split the largest, or say less"
    ]


def test_zip_has_limits_that_a_folder_has_not() -> None:
    many = {f"x/{i}": b"" for i in range(188)}
    assert complaints(many, zipped=True) == []
    assert complaints(many | {"x/188": b""}, zipped=True) == ["ZIP: files: 191, at most 190; leave entries out"]
    assert complaints({"x/y/README.md": b"", ".claude-plugin/x": b""}, zipped=True) == [
        "x/y/README.md: file: a README does not belong in a skill; leave it out of the ZIP",
        ".claude-plugin/x: file: a skill cannot contain a plugin manifest; leave it out of the ZIP",
    ]
    assert complaints({}, zipped=True, surplus=2) == [
        "ZIP: entries: 2 are folders or stand twice; write each file once"
    ]
    room = 30_000_000 - sum(map(len, skill().files.values()))
    assert complaints({"x": b"\0" * room}, zipped=True) == []
    assert complaints({"x": b"\0" * (room + 1)}, zipped=True) == [
        "ZIP: size: 30000001 bytes unpacked, at most 30000000; leave files out"
    ]
    assert complaints({**many, "x": b"\0" * (room + 1), "x/188": b"", "README.md": b"", ".claude-plugin/x": b""}) == []


def written(root: Path, files: dict[str, bytes] | None = None) -> Path:
    for name, data in {**skill().files, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def test_folder_is_read_whole_and_gives_its_name(tmp_path: Path) -> None:
    extra = {"notes.txt": b"x", ".hidden/skill.md": b"", "dist/x": b""}
    found = Skill.from_folder(written(tmp_path / "any-name", extra))
    assert found == Skill(dict(sorted({**skill().files, **extra}.items())), "any-name")


def test_clone_is_read_as_far_as_it_ships_whatever_its_name(tmp_path: Path) -> None:
    ships = {"LICENSE": b"", "examples/a/b/bad.py": b""}
    second = {"docs/skill.md": b""}
    other = {"README.md": b"", "examples/a/x.py": b"", "references/x/y.md": b"", "dist/SKILL.md": b"", ".x/SKILL.md": b"", "x/SKILL.txt": b""}  # fmt: skip
    found = Skill.from_folder(written(tmp_path, {**ships, **second, **other, ".git/HEAD": b""}))
    assert found == Skill({**skill().files, **ships, **second}, None)


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name.encode())
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_zip_is_read_by_its_one_folder(tmp_path: Path) -> None:
    found = Skill.from_zip(zipped(tmp_path / "x.zip", "a/", "a/b/", "a/b/a/c", "a/d", "a/d"))
    assert found == Skill({"b/a/c": b"a/b/a/c", "d": b"a/d"}, "a", True, 3)


@pytest.mark.parametrize(("names", "tops"), [(["a/b", "c/d"], 2), (["a/b", "a"], 1), ([], 0)])
def test_zip_without_its_one_folder_is_refused(tmp_path: Path, names: list[str], tops: int) -> None:
    path = zipped(tmp_path / "x.zip", *names)
    with pytest.raises(SkillError) as caught:
        Skill.from_zip(path)
    assert str(caught.value) == f"{path}: {tops} entries at the top, not one folder; zip the folder itself"


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"file_size": 30_000_000}, None),
        ({"file_size": 30_000_001}, "30000001 bytes unpacked, at most 30000000"),
        ({"compress_type": zipfile.ZIP_STORED}, None),
        ({"compress_type": zipfile.ZIP_DEFLATED}, None),
        ({"compress_type": zipfile.ZIP_LZMA}, "a/b: compression method 14, not stored or deflated"),
        ({"flag_bits": 0x801}, "a/b: encrypted"),
        ({"flag_bits": 0x800}, None),
        ({"external_attr": stat.S_IFLNK << 16}, "a/b: a symbolic link"),
        ({"external_attr": stat.S_IFREG << 16}, None),
        ({"filename": "/a"}, "/a: an absolute path"),
    ],
)
def test_entry_that_must_not_be_unpacked_is_told(fields: dict[str, int | str], cause: str | None) -> None:
    entry = zipfile.ZipInfo("a/b")
    for key, value in fields.items():
        setattr(entry, key, value)
    assert validate_skill._unreadable([zipfile.ZipInfo("a/a"), entry]) == cause


def test_no_more_is_unpacked_than_an_entry_says_it_has(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/zeros", b"\0" * 20_000_000)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("a/zeros")
        assert len(validate_skill._unpack(archive, entry)) == 20_000_000
        entry.file_size = 10
        tracemalloc.start()
        try:
            with pytest.raises(zipfile.BadZipFile, match="Bad CRC-32"):
                validate_skill._unpack(archive, entry)
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
        finally:
            tracemalloc.stop()


def run(*arguments: str) -> int:
    return validate_skill.main(arguments)


def test_command_says_what_is_valid_and_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(tmp_path / NAME)
    assert run(str(root)) == 0
    size = len(skill().files["SKILL.md"]) // 4
    assert capsys.readouterr() == (f"{root}: valid: 2 files, SKILL.md {size} tokens\n", "")
    monkeypatch.setattr(validate_skill, "ROOT", root)
    assert run() == 0
    assert capsys.readouterr().out.startswith(f"{root}: valid")
    written(root, {"references/b.md": b"", "references/c.md": b""})
    assert run(str(root)) == 1
    unlisted = "file: SKILL.md neither links nor names it; add it to the map in SKILL.md"
    assert capsys.readouterr() == ("", f"references/b.md: {unlisted}\nreferences/c.md: {unlisted}\n")
    assert run(str(tmp_path / "x")) == 2
    cure = "name a folder that holds SKILL.md, or a ZIP"
    assert capsys.readouterr() == ("", f"validate_skill.py: {tmp_path}/x: no such folder; {cure}\n")
    path = tmp_path / "x.zip"
    path.write_bytes(build_skill.pack(dict(skill().files)))
    assert run(str(path)) == 0
    assert capsys.readouterr().out.startswith(f"{path}: valid")
    path.write_bytes(b"x")
    assert run(str(path)) == 2
    cause = "not a readable ZIP (File is not a zip file); build it with build_skill.py"
    assert capsys.readouterr().err == f"validate_skill.py: {path}: {cause}\n"
    zipped(path, "/a/b")
    assert run(str(path)) == 2
    assert (
        capsys.readouterr().err == f"validate_skill.py: {path}: /a/b: an absolute path; build it with build_skill.py\n"
    )


def test_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (tmp_path / "SKILL.md").touch()
    assert run(str(tmp_path)) == 2
    complaint = f"{tmp_path}/SKILL.md: Permission denied; make it a file that you may read"
    assert capsys.readouterr().err == f"validate_skill.py: {complaint}\n"


def test_name_that_no_file_can_have_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    name = "x" * 300
    assert run(name) == 2
    complaint = f"{name}: File name too long; name a folder that holds SKILL.md, or a ZIP"
    assert capsys.readouterr().err == f"validate_skill.py: {complaint}\n"


HELP = {
    validate_skill: ["[path]", "path a folder or a ZIP (this repository)"],
    build_skill: [
        "[--root ROOT] [--output OUTPUT] [--names]",
        "--root ROOT the folder that holds SKILL.md",
        f"--output OUTPUT the ZIP to write (ROOT/dist/{NAME}.zip)",
        "--names name the entries whose scripts are left out",
    ],
    sync_pages: [
        "[--check] [--root ROOT]",
        "--check write nothing; show what is out of step",
        "--root ROOT the folder that holds SKILL.md",
    ],
}


@pytest.mark.parametrize("command", HELP, ids=lambda command: command.__name__)
def test_help_tells_the_purpose_the_exit_status_and_each_option(
    command: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command in (validate_skill, build_skill, sync_pages)
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit) as caught:
        command.main(["--help"])
    assert caught.value.code == 0
    told = capsys.readouterr().out
    assert str(command.__doc__) in told  # with its own lines
    options = " ".join(told.split())
    for text in HELP[command]:
        assert f" {text} " in f"{options} "
