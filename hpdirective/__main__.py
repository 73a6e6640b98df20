"""The entry of `hpd` and of `python -m hpdirective`."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command; ^C is quiet even while the program is still being loaded."""
    gc.set_threshold(500_000)  # nothing is looked for while the program and its data are loaded
    # no plugin of pydantic has a say in what a plan states; looking for them would read every package that is installed
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from hpdirective.cli import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # in the middle of making a class
            _leave(130)
        if os.environ.get("HPD_TRACEBACK"):
            raise
        code = _unable(error)
    _leave(code)


def _unable(error: Exception) -> int:
    """Say in both languages, for nothing may be loaded here, that the program itself or its words could not be; give the exit code."""
    what = " ".join(f"{type(error).__name__} {error}".split())
    with suppress(OSError, ValueError, AttributeError):  # standard error is full, or closed
        sys.stderr.write(
            f"hpd: không nạp được chương trình ({what}): thiếu bộ nhớ, quá nhiều tệp đang mở, hoặc bản cài đặt hỏng\n"
            f"hpd: the program cannot be loaded ({what}): too little memory, too many open files, or a broken installation\n"
        )
    return 2


def _leave(code: int) -> NoReturn:
    """Leave at once when all is said: taking the program apart in order would take a tenth of a short run.

    Nothing waits for that: files are closed where they are written, and processes that helped have ended.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (BrokenPipeError, ValueError):  # its reader has gone, or it was closed
            pass
        except OSError:  # a full disk has been said where it was written to
            code = code or 2
    os._exit(code)


if __name__ == "__main__":
    main()
