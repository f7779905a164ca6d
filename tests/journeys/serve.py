"""Serves the site as script/server does, at a socket that is handed over, until stdin closes.

Tests start it as a program of its own, so that it runs with the settings of a real site; it
ends with them, however they end.
"""

from __future__ import annotations

import os
import socket
import sys
import threading

import uvicorn


def main(descriptor: int) -> None:
    """Serve at the socket with this number."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
    from project.asgi import application

    config = uvicorn.Config(
        application,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    threading.Thread(target=_end_with_the_tests, args=(server,), daemon=True).start()
    server.run(sockets=[socket.socket(fileno=descriptor)])


def _end_with_the_tests(server: uvicorn.Server) -> None:
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    main(int(sys.argv[1]))
