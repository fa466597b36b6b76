"""Wasit, a workbench for mediated negotiations.

It keeps the record of the talks, shows where every party stands on every point of the text,
and shows each seat exactly what that seat may see, in Arabic and in English. Each room of the
package is imported by its own name, as in ``from wasit.record import Record``.
"""

__version__ = "0.1.0"
