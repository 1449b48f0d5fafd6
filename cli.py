"""Run from a checkout: `python cli.py …` is `portfolio …`."""

from portfolio.cli import main

if __name__ == "__main__":
    main()
