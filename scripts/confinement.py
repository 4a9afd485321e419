"""The confines of an example: loopback, its temporary folder, no shell, its own processes. Judges traced calls by them.

An attempt counts even where the machine refused it: another would not. What lies outside and is allowed stands in the
constants below, each with its reason.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from strace import CHANGING, OPENING, SENDING, SIGNALLING, STARTING, Address, Call

PROGRAMS = {"ldconfig": "ctypes.util.find_library asks it where a library lies; trio looks for the C library so"}

_PYTHON = re.compile(r"python(\d+(\.\d+)?t?)?")
# What is written to /dev/null is gone. The semaphores of multiprocessing can lie in /dev/shm alone; whoever makes one
# unlinks it at once. uuid.uuid1(), with which redis-py names the holder of a lock, is made by libuuid, which keeps the
# machine's last time stamp in that file, or has it from its daemon.
_OUTSIDE = re.compile(r"/dev/null|/dev/shm/sem\.[^/]+|/var/lib/libuuid/clock(-cont)?\.txt")
_UUIDD = "/run/uuidd/request"
# glibc asks this cache of look-ups first, wherever a name is looked up. It runs on few machines; there the audit does
# not see what it asks of the network, so an answer from it is a breach.
_NSCD = "/var/run/nscd/socket"
# libuv, under uvloop, opens such a ring to change what epoll watches, and for nothing else.
_EPOLL_RING = re.compile(r"256, \{flags=(?![^,]*SETUP_SQPOLL)")
_DNS = 53
_LOCAL_FAMILIES = ("AF_UNSPEC", "AF_NETLINK")  # the first disconnects, the second asks the kernel
_WRITING = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)\b")
_VERBS = {"rename": "renames", "link": "links", "symlink": "links", "unlink": "removes", "rmdir": "removes"}
_VERBS |= {"mkdir": "makes", "mknod": "makes"}


@dataclass(frozen=True, slots=True)
class Confines:
    """Where one run may reach: its folder, and the servers that run for it, by the variables that lead to them."""

    folder: Path
    servers: Mapping[str, str]

    def hold(self, path: str) -> bool:
        """Say whether a path lies in the folder. A relative one does, unless it climbs: no run leaves the folder."""
        return (self.folder / path).resolve().is_relative_to(self.folder.resolve())

    def hold_socket(self, path: str) -> bool:
        """Say whether a Unix socket lies in the folder; one in the abstract namespace lies nowhere."""
        return path[:1] not in ("", "\0") and self.hold(path)

    def serve(self, path: str) -> bool:
        """Say whether a Unix socket is that of a server of the run."""
        return any(unquote(url).endswith((f"://{path}", f"host={Path(path).parent}")) for url in self.servers.values())


def breaches(calls: Sequence[Call], confines: Confines) -> list[str]:
    """Return a line for each way in which a run left its confines: what it did, and what mends it."""
    own = {call.process for call in calls}
    bound = {call.descriptor for call in calls if call.name == "bind" and not call.failed}
    found: dict[str, None] = {}
    for call in calls:
        if call.name in OPENING or call.name in CHANGING:
            found |= dict.fromkeys(_of_files(call, confines))
        elif call.name == "bind":
            found |= dict.fromkeys(_of_binding(call, confines))
        elif call.name in SENDING:
            found |= dict.fromkeys(_of_sending(call, confines))
        else:
            found |= dict.fromkeys(_of_process(call, confines, own, bound))
    return list(found)


def _of_files(call: Call, confines: Confines) -> Iterator[str]:
    if call.name in OPENING:
        if call.name != "creat" and not _WRITING.search(call.arguments):
            return
        verb, paths = "writes", [*call.paths, *filter(None, [call.opened])]  # the second is where a link led
    else:
        name = re.sub(r"at2?$", "", call.name)  # mkdirat(), renameat2()
        verb, paths = _VERBS.get(name, "changes"), call.paths or list(filter(None, [call.descriptor]))
        if name in ("link", "symlink"):
            paths = paths[-1:]  # the first is only pointed to
        elif name != "rename":
            paths = paths[:1]  # what follows is the name or value of an attribute
    for path in paths:
        if not confines.hold(path) and not _OUTSIDE.fullmatch(path):
            yield f"{verb} {path}; keep to the temporary folder"


def _of_binding(call: Call, confines: Confines) -> Iterator[str]:
    for address in call.addresses:
        if address.host is not None:
            if not _is_loopback(address.host):
                yield f"binds {_shown(address)}; bind 127.0.0.1"
        elif address.socket is not None:
            if not confines.hold_socket(address.socket):
                yield f"binds {_shown(address)}; bind a path in the temporary folder"
        elif address.family not in _LOCAL_FAMILIES:
            yield f"binds a socket of {address.family}; bind 127.0.0.1"


def _of_sending(call: Call, confines: Confines) -> Iterator[str]:
    for address in call.addresses:
        if address.port == _DNS:
            yield f"asks the name server {address.host}; give an address, not a name"
        elif address.host is not None:
            if not _is_loopback(address.host):
                yield f"sends to {_shown(address)}; keep to 127.0.0.1"
        elif address.socket == _NSCD:
            if not call.failed:
                yield f"asks {_NSCD}, and so perhaps the network; stop nscd for the audit"
        elif address.socket is not None:
            local = address.socket == _UUIDD or confines.hold_socket(address.socket)
            if not local and not confines.serve(address.socket):
                yield f"sends to {_shown(address)}; keep to sockets in the temporary folder"
        elif address.family not in _LOCAL_FAMILIES:
            yield f"sends to a socket of {address.family}; keep to 127.0.0.1"


def _of_process(call: Call, confines: Confines, own: set[int], bound: set[str | None]) -> Iterator[str]:
    if call.name in STARTING and not call.failed:
        for program in call.paths[:1]:
            if not _PYTHON.fullmatch(Path(program).name) and Path(program).name not in PROGRAMS:
                yield f"runs {program}; run sys.executable, without a shell"
    elif call.name in SIGNALLING:
        process = int(call.arguments.partition(",")[0])
        asks = call.arguments.endswith(", 0")  # whether it lives
        if process == -1 or (process and abs(process) not in own and not asks):
            yield "signals a process that is not its own; signal a child"
    elif call.name in ("chdir", "fchdir", "chroot"):
        for folder in call.paths or list(filter(None, [call.descriptor])):
            if not confines.hold(folder):
                yield f"changes to {folder}; stay in the temporary folder"
    elif call.name == "listen" and call.descriptor not in bound:
        yield "listens on every interface, as it never bound its socket; bind 127.0.0.1"
    elif call.name == "io_uring_setup" and not _EPOLL_RING.match(call.arguments):
        yield "opens an io_uring, where nobody sees what it does; use plain calls"


def _is_loopback(host: str) -> bool:
    address = ipaddress.ip_address(host)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def _shown(address: Address) -> str:
    if address.socket is not None:
        return address.socket.replace("\0", "@")
    return f"[{address.host}]:{address.port}" if ":" in str(address.host) else f"{address.host}:{address.port}"
