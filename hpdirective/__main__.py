"""`python -m hpdirective`, the same as the command `hpd`."""

from hpdirective.cli import main

if __name__ == "__main__":
    main()
