"""Traces a command and all its children with strace, and reads what was traced.

What is traced is what reaches out of a process: files that are made, changed or removed, sockets, programs that are
started, signals. strace sees what C extensions do too. Its filter is in the kernel (``--seccomp-bpf``), so the other
calls cost nothing.
"""

from __future__ import annotations

import ast
import asyncio
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MISSING = "strace is not installed; on Debian and Ubuntu: apt-get install strace (Linux only)"
SETTLE = 10.0  # seconds for strace to write its last lines after the traced processes have ended

OPENING = ("open", "openat", "openat2", "creat")
CHANGING = (
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir"),
    *("mkdir", "mkdirat", "mknod", "mknodat", "truncate", "chmod", "fchmod", "fchmodat", "fchmodat2"),
    *("chown", "lchown", "fchown", "fchownat", "utime", "utimes", "futimesat", "utimensat"),
    *("setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr"),
)
SENDING = ("connect", "sendto", "sendmsg", "sendmmsg")
STARTING = ("execve", "execveat")
SIGNALLING = ("kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")
_FORKING = ("fork", "vfork", "clone", "clone3")
_TRACED = (
    *(OPENING + CHANGING + SENDING + STARTING + SIGNALLING + _FORKING),
    *("bind", "listen", "chdir", "fchdir", "chroot", "io_uring_setup"),
)

_END = " +++\n"  # of the line that says how a process ended
_KILLED = "+++ killed by SIGKILL +++\n"
# Killed at the entry of a call, before strace could read it: a call that was never carried out.
_UNREAD = re.compile(r"(?:\?+|\w+)\((?:\) += \?.*| <unfinished \.\.\.>)")
_CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*?)(?:\) += (?P<result>.*)| <unfinished \.\.\.>)")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>(?:\(deleted\))?, )?"(?P<text>(?:[^"\\]|\\.)*)"')
_DESCRIPTOR = re.compile(r"\d+<(?P<path>[^>]*)>")
_ADDRESS = re.compile(
    r"sa_family=(?P<family>\w+)"
    r"(?:, sin6?_port=htons\((?P<port>\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )\"(?P<host>[^\"]*)\""
    r'|, sun_path=(?P<abstract>@?)"(?P<socket>(?:[^"\\]|\\.)*)")?'
)


class TraceError(Exception):
    """There is no strace, or it left no whole trace."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a socket leads: a host and a port, or the path of a Unix socket, or neither for another family."""

    family: str
    host: str | None = None
    port: int | None = None
    socket: str | None = None  # with a leading NUL for one in the abstract namespace


@dataclass(frozen=True)
class Call:
    """One system call. ``result`` is what strace shows after ``=``; empty where the process ended in the call."""

    process: int
    name: str
    arguments: str
    result: str

    @property
    def failed(self) -> bool:
        return self.result.startswith("-1 ")

    @cached_property
    def paths(self) -> list[str]:
        """The paths among the arguments, in order, joined to the folder of their descriptor where strace names it."""
        found = []
        for match in _PATH.finditer(self.arguments):
            text = _unescape(match["text"])
            found.append(f"{_unescape(match['folder'])}/{text}" if match["folder"] and text[:1] != "/" else text)
        return found

    @property
    def descriptor(self) -> str | None:
        """What the first argument leads to, where it is an open descriptor: a path or ``socket:[NUMBER]``."""
        match = _DESCRIPTOR.match(self.arguments)
        return _unescape(match["path"]) if match else None

    @property
    def opened(self) -> str | None:
        """What the call opened: the path behind the descriptor that it returned, symbolic links resolved."""
        match = _DESCRIPTOR.match(self.result)
        return _unescape(match["path"]) if match else None

    @property
    def addresses(self) -> list[Address]:
        """The addresses among the arguments; none for data sent on a connection."""
        return [
            Address(
                match["family"],
                match["host"],
                int(match["port"]) if match["port"] else None,
                None if match["socket"] is None else ("\0" if match["abstract"] else "") + _unescape(match["socket"]),
            )
            for match in _ADDRESS.finditer(self.arguments)
        ]


def program() -> str:
    """Return the path of strace; TraceError with the cure where there is none."""
    path = shutil.which("strace")
    if path is None:
        raise TraceError(MISSING)
    return path


def wrap(command: Sequence[str], folder: Path) -> list[str]:
    """Return the command, traced into files of the folder, one a process.

    The tracer is a grandchild in a session of its own (``-DDD``): the traced command stays the direct child of
    whoever starts it, with its pid, its group and its exit status.
    """
    calls = ",".join(f"?{name}" for name in _TRACED)  # "?": not every machine knows every call
    options = ("-DDD", "-ff", "-q", "-y", "--seccomp-bpf", "-s", "0", "-e", f"trace={calls}")
    return [program(), *options, "-o", str(folder / "trace"), "--", *command]


async def read(folder: Path) -> list[Call]:
    """Return all traced calls, once the trace is whole; TraceError where it does not come to its end."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SETTLE
    while (calls := await asyncio.to_thread(_read_whole, folder)) is None:
        if loop.time() > deadline:
            raise TraceError("strace left no whole trace; may this user trace processes (ptrace)?")
        await asyncio.sleep(0.01)
    return calls


def parse(process: int, text: str) -> Iterator[Call]:
    """Read the trace of one process: a call a line. TraceError for a line that is neither a call, a signal nor an end.

    To skip it would be to take what it says for innocent. Skipped is only a call that a killed process never made.
    """
    lines = text.removesuffix("\n").split("\n")
    if text.endswith(_KILLED) and len(lines) > 1 and _UNREAD.fullmatch(lines[-2]):
        del lines[-2]
    for line in lines:
        if match := _CALL.fullmatch(line):
            yield Call(process, match["name"], match["arguments"], match["result"] or "")
        elif not line.startswith(("--- ", "+++ ")):
            raise TraceError(f"strace wrote what is not understood: {line!r}; teach scripts/strace.py to read it")


def _read_whole(folder: Path) -> list[Call] | None:
    """Return all calls, or None while a process that was started has no trace, or a trace has no end."""
    texts = {int(path.suffix[1:]): path.read_text() for path in folder.glob("trace.*")}
    if not texts or not all(text.endswith(_END) for text in texts.values()):
        return None
    calls: list[Call] = []
    started: set[int] = set()
    for process, text in texts.items():
        own = list(parse(process, text))
        calls += own
        # What a fork returned to a process that was killed in it is whatever its registers held: 0, or 3.
        returned = own[:-1] if text.endswith(_KILLED) else own
        started |= {int(call.result) for call in returned if call.name in _FORKING and call.result.isdecimal()}
    return calls if started <= texts.keys() else None


def _unescape(text: str) -> str:
    """Undo the escapes of a C string, which strace writes for all that is not printable ASCII."""
    if "\\" not in text:
        return text
    return bytes(ast.literal_eval(f'b"{text}"')).decode(errors="surrogateescape")
