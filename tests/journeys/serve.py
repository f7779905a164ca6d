"""Serves sites as script/server does: a program that has loaded everything forks for each of them.

Tests start it as a program of its own, so that it runs with the settings of a real site. It ends
with them, however they end, and a site when the line to its test is cut.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from importlib import import_module

import uvicorn
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.handlers.asgi import ASGIHandler
from django.db import connections

LONGEST_NAME = 200


def main(descriptor: int) -> None:
    """Serve every database that is named through the socket with this number."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
    application = get_asgi_application()
    import_module(settings.ROOT_URLCONF)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # their tests see them end
    with socket.socket(fileno=descriptor) as orders:
        while True:
            name, given, _, _ = socket.recv_fds(orders, LONGEST_NAME, 3)
            if not name:
                return
            child = os.fork()
            if not child:
                orders.close()
                serve(application, name.decode(), *given)
                return
            for one in given:
                os.close(one)
            orders.sendall(str(child).encode())


def serve(application: ASGIHandler, database: str, door: int, line: int, log: int) -> None:
    """Serve this database until the line to its test is cut."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    connections.databases["default"]["NAME"] = database
    config = uvicorn.Config(
        application,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    threading.Thread(target=_end_with_the_test, args=(server, line), daemon=True).start()
    server.run(sockets=[socket.socket(fileno=door)])


def _end_with_the_test(server: uvicorn.Server, line: int) -> None:
    os.read(line, 1)
    server.should_exit = True


if __name__ == "__main__":
    main(int(sys.argv[1]))
