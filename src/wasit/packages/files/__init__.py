"""Scenario files: GENIUS, NegMAS, tables as used in teaching, and our own; read and written."""

from wasit.packages.files.scenario import Format, read_scenario, scenario_files

__all__ = ["Format", "read_scenario", "scenario_files"]
