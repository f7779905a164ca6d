"""Serves the site: one ASGI server in one program."""

from __future__ import annotations

import socket

import uvicorn
from django.core.management import call_command
from django.db import connections

from project import env
from project.launch import address, prepare

# Event streams never end by themselves; without a limit Ctrl-C would wait for them.
SECONDS_FOR_STREAMS_TO_END = 2


def main() -> int:
    """Set up what is missing, say where the site is, and serve until told to stop."""
    door = address.bind()
    prepare.prepare()
    from project.asgi import application

    server = uvicorn.Server(
        uvicorn.Config(
            application,
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=SECONDS_FOR_STREAMS_TO_END,
        )
    )
    address.listen(door)
    _welcome()
    _let_go_of_connections()
    _serve(server, door)
    return 0


def _welcome() -> None:
    """Say where the site is, and with which accounts one can try it."""
    print(f"\nVariorum: {address.url()}   (Ctrl-C stops it)\n")
    if env.text("DATABASE_URL"):
        return
    call_command("demo_accounts")
    if address.host() not in address.LOOPBACK:
        print(
            "Careful: other machines can reach this address, and everybody knows these "
            "passwords. Change them in the admin, or serve at 127.0.0.1."
        )
    print(flush=True)


def _let_go_of_connections() -> None:
    """The threads of the server open their own."""
    for connection in connections.all(initialized_only=True):
        connection.close()


def _serve(server: uvicorn.Server, door: socket.socket) -> None:
    try:
        server.run(sockets=[door])
    except KeyboardInterrupt:  # uvicorn hands the signal on after its orderly end
        print("Stopped.")
