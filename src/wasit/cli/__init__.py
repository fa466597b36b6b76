"""The ``wasit`` command: thin; everything it does is a function that a page could call too."""

from wasit.cli.app import main

__all__ = ["main"]
