"""The address to listen at, and clear words when it cannot be had."""

from __future__ import annotations

import errno
import socket

from project import env
from project.launch.errors import CannotStart

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 (only if HOST says so)
HIGHEST_PORT = 65535


def host() -> str:
    return env.text("HOST", "127.0.0.1")


def port() -> int:
    return env.whole_number("PORT", 8000, low=1, high=HIGHEST_PORT)


def url() -> str:
    """The address as a visitor on this machine writes it."""
    name = "127.0.0.1" if host() in EVERY_ADDRESS else host()
    return f"http://{f'[{name}]' if ':' in name else name}:{port()}/"


def bind() -> socket.socket:
    """Reserve the address; nobody is let in before listen()."""
    return _bind(host(), port())


def listen(bound: socket.socket) -> None:
    """Open the door."""
    try:
        bound.listen(2048)
    except OSError as error:
        raise _plainly(error, host(), port()) from error


def free_port(beyond: int = 0) -> int:
    """Find a free port on this machine: any, or the next one beyond a taken one."""
    wishes = range(beyond + 1, min(beyond + 100, HIGHEST_PORT)) if beyond else (0,)
    for wish in wishes:
        with socket.socket() as trial:
            try:
                trial.bind(("127.0.0.1", wish))
            except OSError:
                continue
            found: int = trial.getsockname()[1]
            return found
    raise CannotStart(f"No free port beyond {beyond}. Choose one: PORT=… script/server")


def _bind(name: str, number: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            name, number, type=socket.SOCK_STREAM
        )[0]
    except socket.gaierror:
        env.refuse("HOST", f"“{name}” is no address of this machine.", "Write 127.0.0.1.")
    bound = socket.socket(family, kind, protocol)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise _plainly(error, name, number) from error
    return bound


def _plainly(error: OSError, name: str, number: int) -> Exception:
    if error.errno == errno.EADDRINUSE:
        return CannotStart(
            f"Port {number} at {name} is taken by another program, perhaps by Variorum itself in "
            f"another terminal. Choose another: PORT={free_port(number)} script/server"
        )
    if error.errno == errno.EACCES:
        return CannotStart(
            f"Port {number} is for root only. Choose another: PORT=8000 script/server"
        )
    return CannotStart(
        f"Cannot listen at {name}, port {number}: {error.strerror}. "
        "Choose another address: HOST=127.0.0.1 script/server"
    )
