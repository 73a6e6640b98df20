"""The entry of `hpd` and of `python -m hpdirective`."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command; ^C is quiet even while the program is still being loaded."""
    try:
        from hpdirective.cli import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
