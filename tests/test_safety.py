"""Running the examples is safe, and the skill asks for nothing but a review: SECURITY.md says what that means."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
import yaml
from conftest import ROOT, House, whole_catalog

import audit_examples
import confinement
import frontmatter
import proof
import strace
import sync_pages
from audit_examples import Audit
from confinement import Confines
from declaration import SERVERS, Expectation
from pages import Page
from proof import Status

traced = pytest.mark.skipif(shutil.which("strace") is None, reason=strace.MISSING)

# Does little but call, so that it is killed in a call almost always.
FORKING = """
import os
os.kill(os.getpid(), 0)
print("forking", flush=True)
while True:
    os.kill(os.getpid(), 0)
    if not os.fork():
        os._exit(0)
    os.wait()
"""
LISTEN = "import socket; server = socket.socket(); "
EVERYWHERE = LISTEN + "server.bind(('0.0.0.0', 0))"
SEND = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
UNIX = "import socket; socket.socket(socket.AF_UNIX)"
UVLOOP = "import asyncio, uvloop; uvloop.run(asyncio.wait_for(asyncio.start_server(print, {host!r}, 0), 9))"
PLANTED = {
    "every-address": (EVERYWHERE, "binds 0.0.0.0:0; bind 127.0.0.1"),
    "every-ipv6-address": ("import socket; socket.create_server(('::', 0), family=socket.AF_INET6)", "binds [::]:0;"),
    "every-address-by-library": (UVLOOP.format(host="0.0.0.0"), "binds 0.0.0.0:0;"),
    "every-address-by-child": (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {EVERYWHERE!r}])",
        "binds 0.0.0.0:0;",
    ),
    "unbound-listener": (LISTEN + "server.listen()", "listens on every interface,"),
    "abstract-socket": (f"{UNIX}.bind('\\0shop')", "binds @shop;"),
    "socket-elsewhere": (f"{UNIX}.bind('OUTSIDE/shop')", "binds OUTSIDE/shop;"),
    "connection": (f"{SEND}.connect(('192.0.2.1', 9))", "sends to 192.0.2.1:9; keep to 127.0.0.1"),
    "datagram": (f"{SEND}.sendto(b'', ('0.0.0.1', 9))", "sends to 0.0.0.1:9;"),
    "message": (f"{SEND}.sendmsg([b''], [], 0, ('0.0.0.1', 9))", "sends to 0.0.0.1:9;"),
    "name-look-up": (f"{SEND}.connect(('127.0.0.53', 53))", "asks the name server 127.0.0.53;"),
    "foreign-service": (f"{UNIX}.connect('OUTSIDE/service')", "sends to OUTSIDE/service;"),
    "file": ("open('OUTSIDE/new', 'w')", "writes OUTSIDE/new; keep to the temporary folder"),
    "refused-file": ("open('OUTSIDE/missing/new', 'a')", "writes OUTSIDE/missing/new;"),
    "name-that-is-escaped": ("open('OUTSIDE/caf\\xe9 \"1\"', 'w')", 'writes OUTSIDE/caf\xe9 "1";'),
    "file-through-link": ("import os; os.symlink('OUTSIDE', 'a'); open('a/new', 'w')", "writes OUTSIDE/new;"),
    "file-above": ("open('../missing/new', 'w')", "writes "),
    "folder": ("import os; os.mkdir('OUTSIDE/folder')", "makes OUTSIDE/folder;"),
    "removed-file": ("import os; os.unlink('OUTSIDE/removed')", "removes OUTSIDE/removed;"),
    "renamed-file": ("import os; open('a', 'w'); os.rename('a', 'OUTSIDE/b')", "renames OUTSIDE/b;"),
    "link": ("import os; os.symlink('a', 'OUTSIDE/link')", "links OUTSIDE/link;"),
    "mode": ("import os; os.chmod('OUTSIDE', 0o700)", "changes OUTSIDE;"),
    "mode-of-open-folder": ("import os; os.fchmod(os.open('OUTSIDE', os.O_RDONLY), 0o700)", "changes OUTSIDE;"),
    "shell": ("import os; os.system('true')", "runs /bin/sh; run sys.executable, without a shell"),
    "program": ("import subprocess; subprocess.run(['env', 'true'])", "runs "),
    "foreign-process": ("import os, signal; os.kill(os.getppid(), signal.SIGCONT)", "signals a process that is not"),
    "folder-left": ("import os; os.chdir('/')", "changes to /;"),
    "untraceable-ring": ("import ctypes; ctypes.CDLL(None).syscall(425, 1, None)", "opens an io_uring,"),
}
INNOCENT = {
    "loopback": LISTEN
    + "server.bind(('127.0.0.2', 0)); server.listen(); socket.create_connection(server.getsockname())",
    "ipv6-loopback": "import socket; socket.create_server(('::1', 0), family=socket.AF_INET6)",
    "loopback-by-library": UVLOOP.format(host="127.0.0.1"),
    "local-name": "import socket; socket.getaddrinfo('localhost', 80)",
    "socket-in-folder": "import socket; socket.socket(socket.AF_UNIX).bind('shop')",
    "reading": "import os; open('/etc/hosts').read(); os.stat('/etc'); os.readlink('/proc/self/exe')",
    "importing": "import reading",  # the planted script above; its bytecode would lie beside it
    "files-in-folder": (
        "import os, tempfile; os.mkdir('a'); os.chdir('a'); open('b', 'w'); os.rename('b', 'c'); os.unlink('c')\n"
        "tempfile.TemporaryFile().write(b'')"
    ),
    "link-out": "import os; os.symlink('/etc', 'a'); open('a/hosts').read(); os.unlink('a')",
    "time-based-name": "import uuid; uuid.uuid1()",
    "null-device": "import os; open(os.devnull, 'w').write('nothing')",
    "children": (
        "import os, signal, subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "os.kill(child.pid, 0); child.terminate(); child.wait(); os.kill(os.getppid(), 0)"
    ),
    "semaphores": "import multiprocessing; multiprocessing.get_context('spawn').Semaphore()",
    "missing-program": "import contextlib, subprocess\nwith contextlib.suppress(OSError): subprocess.run(['/bin/no-sh'])",
}

PAGES = {str(path): (ROOT / path).read_text(encoding="utf-8") for path in sync_pages.page_paths(ROOT)}
DESCRIBING = {"name", "source", "description", "version", "license"}  # keys of a plugin that make it do nothing
DOCUMENTATION = {
    *("docs.python.org", "peps.python.org", "docs.aiohttp.org", "fastapi.tiangolo.com", "docs.djangoproject.com"),
    *("realpython.com", "www.mongodb.com"),
}
SHELL = r"\$ |(python|pip|uvx?|np[mx]|git|make|docker|(ba)?sh|sudo|rm|cp|mv|chmod|kill|export|curl|wget|ssh) \S"
COMMANDS = {  # that prose names, for a person
    *("python -X dev", "python -m asyncio", "python -m asyncio ps", "python -m asyncio ps PID"),
    *("python -m asyncio pstree PID", "python -m compileall -q SRC", "python scripts/measure_claims.py", "sh -c"),
}
TALK_TO_AN_AGENT = r"system prompt|you are (now )?an?\b|\b(ignore|disregard|forget) (all|any|every|the|your|previous)\b"


@traced
def test_no_example_leaves_its_confines(audit: Audit | None, report: proof.Report) -> None:
    assert audit is not None
    run = {ROOT / result.script.path for result in report.results if result.status is not Status.SKIPPED}
    assert audit.breaches.keys() == run
    assert {path: found for path, found in audit.breaches.items() if found} == {}


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("outside")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, outside: Path) -> Mapping[str, list[str]]:
    """Run all planted scripts side by side; what the audit says of each."""
    folder, audit = tmp_path_factory.mktemp("planted"), Audit()
    codes = {name: code for name, (code, _) in PLANTED.items()} | INNOCENT
    for name, code in codes.items():
        (folder / f"{name}.py").write_text(code.replace("OUTSIDE", str(outside)), encoding="utf-8")

    async def run(name: str, few: asyncio.Semaphore) -> None:
        async with few:
            await audit.run([sys.executable, str(folder / f"{name}.py")], Expectation(), {})

    async def run_all() -> None:
        few = asyncio.Semaphore(2 * proof.cores())
        async with asyncio.TaskGroup() as group:
            for name in codes:
                group.create_task(run(name, few))

    asyncio.run(run_all())
    return {path.stem: lines for path, lines in audit.breaches.items()}


@traced
@pytest.mark.parametrize("name", PLANTED)
def test_breach_is_caught(name: str, found: Mapping[str, list[str]], outside: Path) -> None:
    expected = PLANTED[name][1].replace("OUTSIDE", str(outside))
    assert [line for line in found[name] if line.startswith(expected)], found[name]


@traced
@pytest.mark.parametrize("name", INNOCENT)
def test_innocent_twin_is_let_pass(name: str, found: Mapping[str, list[str]]) -> None:
    assert found[name] == []


@traced
def test_audit_names_script_breach_and_cure_and_exits_1(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit_examples.main(["--root", str(house.root)]) == 0
    house.edit("good.py", 'print("stock:", stock)', f'print("stock:", stock)\n{EVERYWHERE}')
    assert audit_examples.main(["--root", str(house.root)]) == 1
    shown = capsys.readouterr().out
    assert "examples/stock/lost-write/good.py: binds 0.0.0.0:0; bind 127.0.0.1\n" in shown
    assert "2 scripts audited, 0 skipped, 1 to mend" in shown


@traced
def test_script_that_did_not_go_its_way_is_not_taken_for_safe(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("good.py", "stock = 0", "raise SystemExit")
    assert audit_examples.main(["--root", str(house.root)]) == 1
    assert "good.py: not as declared, so not audited" in capsys.readouterr().out


@traced
def test_killed_script_leaves_a_whole_trace(tmp_path: Path) -> None:
    script, audit = tmp_path / "script.py", Audit()
    script.write_text(f"{EVERYWHERE}\nprint('waiting', flush=True)\nimport time; time.sleep(60)")
    hangs = Expectation(exit="timeout", stdout=("waiting",), within=0.1)
    outcome = asyncio.run(audit.run([sys.executable, str(script)], hangs, {}))
    assert outcome.exit is None
    assert audit.breaches[script] == ["binds 0.0.0.0:0; bind 127.0.0.1"]


@traced
def test_run_without_a_whole_trace_is_a_breach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script, audit = tmp_path / "script.py", Audit()
    script.write_text("")
    monkeypatch.setattr(strace, "SETTLE", 0.1)
    monkeypatch.setattr(strace, "wrap", lambda command, folder: command)
    asyncio.run(audit.run([sys.executable, str(script)], Expectation(), {}))
    assert audit.breaches[script] == ["strace left no whole trace; may this user trace processes (ptrace)?"]


def test_line_that_is_not_understood_is_not_skipped() -> None:
    text = (
        'execve("/bin/sh", [...], 0x7f /* 2 vars */) = 0\n--- SIGCHLD {si_signo=SIGCHLD} ---\n+++ exited with 0 +++\n'
    )
    assert [call.paths for call in strace.parse(1, text)] == [["/bin/sh"]]
    with pytest.raises(strace.TraceError, match="not understood"):
        list(strace.parse(1, text.replace(") = 0", ") -> 0")))


@pytest.mark.parametrize("name", ["???", "????", "kill"])
@pytest.mark.parametrize("cut", ["() = ?", "() = ? <unavailable>", "( <unfinished ...>"])
def test_call_that_a_killed_process_never_made_is_skipped(name: str, cut: str) -> None:
    """strace reads a call from the registers of the process, and finds none if the process is killed meanwhile."""
    before = 'chdir("/tmp") = 0\n'
    calls = strace.parse(1, f"{before}{name}{cut}\n+++ killed by SIGKILL +++\n")
    assert [call.name for call in calls] == ["chdir"]
    for text in (f"???{cut}\n+++ exited with 0 +++\n", f"???{cut}\n{before}+++ killed by SIGKILL +++\n"):
        with pytest.raises(strace.TraceError, match="not understood"):
            list(strace.parse(1, text))


@traced
def test_trace_of_a_process_killed_in_a_call_is_whole(tmp_path: Path) -> None:
    for turn in range(20):
        folder = tmp_path / str(turn)
        folder.mkdir()
        command = strace.wrap([sys.executable, "-S", "-c", FORKING], folder)
        with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as victim:
            assert victim.stdout is not None
            victim.stdout.readline()
            time.sleep(turn / 2000)
            os.killpg(victim.pid, signal.SIGKILL)
        assert {call.name for call in asyncio.run(strace.read(folder))} >= {"kill"}


@pytest.mark.parametrize("returned", [0, 3])
def test_fork_that_a_process_was_killed_in_started_nobody_to_wait_for(tmp_path: Path, returned: int) -> None:
    trace = tmp_path / "trace.7"
    trace.write_text(f"fork() = {returned}\n+++ killed by SIGKILL +++\n")
    assert [call.name for call in asyncio.run(strace.read(tmp_path))] == ["fork"]


def test_audit_without_strace_is_wrong_use(house: House) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "audit_examples.py"), "--root", str(house.root)]
    environment = {**os.environ, "PATH": str(house.root)}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert answer.stderr.startswith("audit_examples.py: strace is not installed; ")


@traced
def test_servers_listen_on_loopback_and_in_their_folder(tmp_path: Path) -> None:
    """Of their confines only the sockets: the programs are not Python, and PostgreSQL's start a shell."""
    with tempfile.TemporaryDirectory(prefix="s", dir="/tmp") as folder:  # a socket's path is at most 107 bytes long
        Path(folder).chmod(0o755)  # as root, PostgreSQL runs as another user
        command = strace.wrap([sys.executable, str(ROOT / "scripts" / "servers.py"), *SERVERS], tmp_path)
        environment = {**os.environ, "TMPDIR": folder}
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=120)
        calls = asyncio.run(strace.read(tmp_path))
        lines = confinement.breaches(calls, Confines(Path(folder), {}))
    assert len([call for call in calls if call.name == "listen"]) >= len(SERVERS)
    assert [line for line in lines if line.startswith(("binds ", "listens ", "sends ", "asks "))] == []


def test_skill_may_use_three_reading_tools_and_brings_nothing_that_acts() -> None:
    parts = frontmatter.split(PAGES["SKILL.md"])
    assert parts is not None
    assert yaml.safe_load(parts[0])["allowed-tools"] == "Read Grep Glob"
    offer = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text(encoding="utf-8"))
    assert all(plugin.keys() <= DESCRIBING for plugin in offer["plugins"])
    assert not [name for name in ("hooks", "commands", "agents", ".mcp.json", ".lsp.json") if (ROOT / name).exists()]


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_for_nothing_beyond_a_review(path: str) -> None:
    page = Page(PAGES[path])
    blocks = [b for b in sync_pages.find_blocks(page, PurePosixPath(path)) if b.kind in ("snippet", "configuration")]
    by_hand = [f.first for f in page.fences if not any(b.first < f.first < f.last < b.last for b in blocks)]
    assert by_hand == [], "a fence that no example stands behind may show any command"
    assert {span.target for span in page.code_spans if re.match(SHELL, span.target)} <= COMMANDS
    fenced = {n for fence in page.fences for n in range(fence.first, fence.last + 1)}
    prose = "".join(line for n, line in enumerate(page.lines, start=1) if n not in fenced)
    assert set(re.findall(r"\w+://(\w[\w.-]*)", prose)) <= DOCUMENTATION
    assert re.findall(TALK_TO_AN_AGENT, prose, re.IGNORECASE) == []


def test_nothing_that_an_agent_reads_is_hidden_from_a_person() -> None:
    files = PAGES | {str(script.path): script.source for entry in whole_catalog().entries for script in entry.scripts}
    for path, text in files.items():
        unseen = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cn", "Co", "Cs") and c != "\n"}
        assert unseen == set(), path
    for path, text in PAGES.items():
        page = Page(text)
        markers = {n for block in sync_pages.find_blocks(page, PurePosixPath(path)) for n in (block.first, block.last)}
        markers |= {c.line for c in page.comments if c.text in ("measurements", "endmeasurements")}
        comments = [n for n, line in enumerate(page.lines, start=1) if "<!--" in line]
        assert set(comments) <= markers, f"{path}: a comment that is no marker"
