"""The way in from script/: first with any Python, then again with the one in .venv."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Started by its path, so that neither the folder one stands in nor PYTHONPATH matters.
CHECKOUT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(CHECKOUT)

from project import env  # noqa: E402
from project.launch import address, environment  # noqa: E402
from project.launch.errors import CannotStart  # noqa: E402
from project.postgres.errors import EmbeddedServerError  # noqa: E402

EXPECTED = (CannotStart, env.NonsenseSetting, EmbeddedServerError)
WITH_TEST_PACKAGES = ("test", "screenshots", "checks")


def main(verb: str, arguments: list[str]) -> int:
    """Do what one of the scripts promises; an expected failure is told without a traceback."""
    try:
        env.refuse_unknown()
        if verb == "server":
            address.bind().close()
        _enter_environment(verb)
        return _do(verb, arguments)
    except EXPECTED as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(
            f"\n{error.filename} belongs to another user. Start as that user, or clone the "
            "repository again as yourself.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        return 130


def _enter_environment(verb: str) -> None:
    """Install what is missing, then start again inside .venv."""
    for_tests = verb in WITH_TEST_PACKAGES
    environment.install(environment.FOR_TESTS if for_tests else environment.RUNTIME)
    if not environment.is_active():
        sys.stdout.flush()
        os.execv(environment.PYTHON, [str(environment.PYTHON), *_own_arguments()])


def _own_arguments() -> list[str]:
    return [str(Path(__file__).parent), *sys.argv[1:]]


def _do(verb: str, arguments: list[str]) -> int:
    """Only now import what needs the packages."""
    if verb == "checks":
        return 0
    if verb == "test":
        from project.launch import run_tests

        return run_tests.main(arguments)
    if verb == "screenshots":
        from project.launch import screenshots

        return screenshots.main(arguments)
    from project.launch import prepare, serve

    return serve.main() if verb == "server" else prepare.main()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
