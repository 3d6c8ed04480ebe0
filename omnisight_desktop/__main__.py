"""Launch: hands the doors of the wired house to the command line."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support
from typing import Any

from omnisight_desktop.cli.root import main as command_line


def _reading(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.build import reading

    return reading(*arguments, **options)


def _writing(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.build import writing

    return writing(*arguments, **options)


def _run(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.start import start

    return start(*arguments, **options)


def _analyze(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.analyze import analyze

    return analyze(*arguments, **options)


def _teaching(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.teach import teaching

    return teaching(*arguments, **options)


def _channels(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.notify import channels

    return channels(*arguments, **options)


def _new_token(*arguments: Any, **options: Any) -> Any:
    from omnisight_desktop.app.serve import new_token

    return new_token(*arguments, **options)


#: The doors of the house; behind each, everything heavy is imported when it is opened.
WIRING = {
    "reading": _reading,
    "writing": _writing,
    "run": _run,
    "analyze": _analyze,
    "teaching": _teaching,
    "channels": _channels,
    "new_token": _new_token,
}


def main() -> None:
    """The entry point of ``omnisight`` and of ``python -m omnisight_desktop``."""
    freeze_support()  # in a packaged program a child process is started as the program itself
    sys.exit(command_line(WIRING))


if __name__ == "__main__":
    main()
