"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """As it was installed; "?" in a tree that never was."""
    from importlib import metadata  # noqa: PLC0415 - slow to read in, and the first window does not ask

    try:
        return metadata.version("examsite")
    except metadata.PackageNotFoundError:
        return "?"
