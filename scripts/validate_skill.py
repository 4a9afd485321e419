"""Check a skill (a folder or a ZIP) against the limits of the Agent Skill format and the project's budgets.

Every problem is one line: file, key or line, cause, cure. Exit status: 0 valid, 1 not, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import stat
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath

import frontmatter
from pages import Page
from problem import Problem, one_line

ROOT = Path(__file__).resolve().parent.parent
BODY_LINES = 500
SKILL_TOKENS = 4_000  # the project's own budget; the format recommends 5,000
REVIEW_TOKENS = 9_000  # what a review opens: SKILL.md, the sweep, and two pages of entries
REVIEW_PAGES = 2
PAGE_LINES = 400
ZIP_FILES = 190  # the upload takes 200 entries
ZIP_BYTES = 30_000_000  # unpacked
CHARACTERS_PER_TOKEN = 4
# What of a repository makes the skill; the rest of a clone is its workshop.
SHIPPED = ("SKILL.md", "LICENSE", "references/*.md", "examples/*/*/*.py")
_ENCRYPTED = 0x1  # the bit of an entry's flags
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//")  # a link with a scheme
_PATH = re.compile(r"(?:references|examples)/[\w./-]+")


class SkillError(Exception):
    """The skill cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill's files by path, and the name of the folder that holds them, None where any will do."""

    files: Mapping[str, bytes]
    folder: str | None
    zipped: bool = False
    surplus: int = 0  # entries of a ZIP that are no files, or stand twice

    @classmethod
    def read(cls, path: Path) -> Skill:
        """Read a folder or a ZIP; SkillError where it is neither, or cannot be read."""
        try:
            zipped = path.is_file()
        except OSError as error:  # a name that no file can have
            raise SkillError(f"{path}: {error.strerror}; name a folder that holds SKILL.md, or a ZIP") from error
        return cls.from_zip(path) if zipped else cls.from_folder(path)

    @classmethod
    def from_folder(cls, root: Path) -> Skill:
        """Read a folder; of a clone, whose folder may have any name, only what ships."""
        if not root.is_dir():
            raise SkillError(f"{root}: no such folder; name a folder that holds SKILL.md, or a ZIP")
        clone = (root / ".git").exists()
        if clone:
            found = {path for pattern in SHIPPED for path in root.glob(pattern)} | set(_skill_files(root))
        else:
            found = set(root.rglob("*"))
        try:
            files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found) if path.is_file()}
        except OSError as error:
            raise SkillError(f"{error.filename}: {error.strerror}; make it a file that you may read") from error
        return cls(files, None if clone else root.resolve().name)

    @classmethod
    def from_zip(cls, path: Path) -> Skill:
        """Read a ZIP; SkillError where it is none, must not be unpacked, or does not hold exactly one folder."""
        try:
            with zipfile.ZipFile(path) as archive:
                entries = archive.infolist()
                if cause := _unreadable(entries):
                    raise SkillError(f"{path}: {cause}; build it with build_skill.py")
                contents = {
                    entry.filename: _unpack(archive, entry) for entry in entries if not entry.filename.endswith("/")
                }
        except (OSError, RuntimeError, ValueError, EOFError, struct.error, zipfile.BadZipFile, zlib.error) as error:
            raise SkillError(f"{path}: not a readable ZIP ({error}); build it with build_skill.py") from error
        names = [entry.filename for entry in entries]
        tops = {name.partition("/")[0] for name in names}
        if len(tops) != 1 or not all("/" in name for name in names):
            raise SkillError(f"{path}: {len(tops)} entries at the top, not one folder; zip the folder itself")
        top = tops.pop()
        files = {name.removeprefix(f"{top}/"): data for name, data in contents.items()}
        return cls(files, top, zipped=True, surplus=len(names) - len(files))


def problems(skill: Skill) -> list[Problem]:
    """Return every breach of the format and of the budgets."""
    found = list(_file_problems(skill))
    if "SKILL.md" not in skill.files:
        found.append(Problem("SKILL.md", "file", "missing", "add it, in exactly this case"))
    texts: dict[str, str] = {}
    for path, data in skill.files.items():
        try:
            texts[path] = data.decode() if path.endswith(".md") else ""
        except UnicodeDecodeError as error:
            found.append(Problem(path, "encoding", f"not UTF-8 at byte {error.start}", "save it as UTF-8"))
    pages = {path: _body(text) for path, text in texts.items() if path.endswith(".md")}
    if "SKILL.md" in texts:
        found += frontmatter.problems(texts["SKILL.md"], skill.folder)
        found += _front_door_problems(texts["SKILL.md"], pages)
        found += _review_problems(texts)
    for path, page in pages.items():
        if path.startswith("references/") and len(page.lines) > PAGE_LINES:
            found.append(Problem(path, "size", f"{len(page.lines)} lines, at most {PAGE_LINES}", "split it"))
        found += _link_problems(path, page, pages, skill.files)
    return found


def tokens(text: str) -> int:
    """Return the usual estimate of a text's tokens: its characters by four."""
    return len(text) // CHARACTERS_PER_TOKEN


def _unreadable(entries: Sequence[zipfile.ZipInfo]) -> str | None:
    """Return why a ZIP must not be unpacked, or None; nothing of it has been unpacked yet."""
    size = sum(entry.file_size for entry in entries)
    if size > ZIP_BYTES:
        return f"{size} bytes unpacked, at most {ZIP_BYTES}"
    for entry in entries:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return f"{entry.filename}: compression method {entry.compress_type}, not stored or deflated"
        if entry.flag_bits & _ENCRYPTED:
            return f"{entry.filename}: encrypted"
        if stat.S_ISLNK(entry.external_attr >> 16):
            return f"{entry.filename}: a symbolic link"
        if entry.filename.startswith("/"):
            return f"{entry.filename}: an absolute path"
    return None


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry's bytes, no more than it says it has: ``ZipFile.read`` would unpack all that is there."""
    with archive.open(entry) as stream:
        return stream.read(entry.file_size + 1)  # one more, so that the end is reached and the checksum compared


def _skill_files(root: Path) -> Iterator[Path]:
    """Yield every file that calls itself SKILL.md, in any case, outside hidden folders and dist/."""
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = [name for name in subfolders if not name.startswith(".") and name != "dist"]
        yield from (Path(folder, name) for name in names if name.lower() == "skill.md")


def _body(text: str) -> Page:
    """Parse a page without its frontmatter, whose lines are blanked so that line numbers stay."""
    parts = frontmatter.split(text)
    if parts is None:
        return Page(text)
    return Page("\n" * (text.count("\n") - parts[1].count("\n")) + parts[1])


def _file_problems(skill: Skill) -> Iterator[Problem]:
    for path in skill.files:
        if not path.isascii():
            yield Problem(path, "name", "not ASCII", "rename the file")
        if "\\" in path or path.startswith("/") or ".." in PurePosixPath(path).parts:
            yield Problem(path, "name", "not a plain relative path", "use / and stay inside the folder")
        name = PurePosixPath(path).name.lower()
        if name == "skill.md" and path != "SKILL.md":
            yield Problem(path, "file", "a skill has one SKILL.md, at its root", "rename this file")
        if skill.zipped and path.startswith(".claude-plugin/"):
            yield Problem(path, "file", "a skill cannot contain a plugin manifest", "leave it out of the ZIP")
        if skill.zipped and name == "readme.md":
            yield Problem(path, "file", "a README does not belong in a skill", "leave it out of the ZIP")
    if skill.surplus:
        yield Problem("ZIP", "entries", f"{skill.surplus} are folders or stand twice", "write each file once")
    if skill.zipped and len(skill.files) > ZIP_FILES:
        yield Problem("ZIP", "files", f"{len(skill.files)}, at most {ZIP_FILES}", "leave entries out")
    size = sum(map(len, skill.files.values()))
    if skill.zipped and size > ZIP_BYTES:
        yield Problem("ZIP", "size", f"{size} bytes unpacked, at most {ZIP_BYTES}", "leave files out")


def _front_door_problems(text: str, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield what is wrong with SKILL.md as the one way in: its size, and pages that it does not name."""
    if tokens(text) > SKILL_TOKENS:
        cause = f"{tokens(text)} tokens (characters / {CHARACTERS_PER_TOKEN}), at most {SKILL_TOKENS}"
        yield Problem("SKILL.md", "size", cause, "move text to references/")
    parts = frontmatter.split(text)
    if parts and (lines := parts[1].count("\n")) > BODY_LINES:
        yield Problem("SKILL.md", "body", f"{lines} lines, at most {BODY_LINES}", "move text to references/")
    linked = {normpath(link.target.partition("#")[0]) for link in pages["SKILL.md"].links}
    named = {f"references/{span.target}.md" for span in pages["SKILL.md"].code_spans}
    for path in pages:
        if path.startswith("references/") and path not in linked | named:
            yield Problem(path, "file", "SKILL.md neither links nor names it", "add it to the map in SKILL.md")


def _review_problems(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield whether a review costs more than it may, if it opens the largest pages that show an entry."""
    front = ["SKILL.md", *(path for path in ("references/sweep.md",) if path in texts)]
    pages = {path: text for path, text in texts.items() if path.startswith("references/")}
    shown = {path: tokens(text) for path, text in pages.items() if "<!-- snippet: " in text}
    largest = sorted(shown, key=lambda path: -shown[path])[:REVIEW_PAGES]
    sizes = {path: tokens(texts[path]) for path in (*front, *largest)}
    if sum(sizes.values()) > REVIEW_TOKENS:
        parts = ", ".join(f"{path} {size}" for path, size in sizes.items())
        cause = f"{sum(sizes.values())} tokens ({parts}), at most {REVIEW_TOKENS}"
        room = (REVIEW_TOKENS - sum(sizes[path] for path in front)) // REVIEW_PAGES
        yield Problem("SKILL.md", "review", cause, f"keep each page to {room}: split the largest, or say less")


def _link_problems(path: str, page: Page, pages: Mapping[str, Page], files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Follow every relative link and every path in inline code, in exact case, and every anchor."""
    for link in page.links:
        if _OUTSIDE.match(link.target):
            continue
        name, _, anchor = link.target.partition("#")
        goal = normpath(str(PurePosixPath(path).parent / name)) if name else path
        if not _exists(goal, files):
            yield Problem(path, f"line {link.line}", f"dangling link {link.target!r}", _nearest(goal, files))
        elif anchor and goal in pages:
            anchors = [heading.anchor for heading in pages[goal].headings]
            if anchor not in anchors:
                near = difflib.get_close_matches(anchor, anchors, n=1)
                cure = f"did you mean #{near[0]}?" if near else "name one of its headings"
                yield Problem(path, f"line {link.line}", f"dangling anchor {link.target!r}", cure)
    for span in page.code_spans:
        # A path in code is meant from the root, as a reader would open it.
        if _PATH.fullmatch(span.target) and not _exists(span.target.rstrip("/"), files):
            yield Problem(path, f"line {span.line}", f"no file {span.target}", _nearest(span.target, files))


def _exists(path: str, files: Mapping[str, bytes]) -> bool:
    return path in files or any(name.startswith(f"{path}/") for name in files)


def _nearest(path: str, files: Mapping[str, bytes]) -> str:
    other_case = next((name for name in files if name.lower() == path.lower()), None)
    return f"the file is {other_case}" if other_case else "correct the path, or add the file"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, default=ROOT, help="a folder or a ZIP (this repository)")
    path: Path = parser.parse_args(arguments).path
    try:
        skill = Skill.read(path)
    except SkillError as error:
        print(one_line(f"validate_skill.py: {error}"), file=sys.stderr)
        return 2
    found = problems(skill)
    for problem in found:
        print(problem, file=sys.stderr)
    if not found:
        size = tokens(skill.files["SKILL.md"].decode())
        print(one_line(f"{path}: valid: {len(skill.files)} files, SKILL.md {size} tokens"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
