from importlib import import_module

Migration = import_module("wasit.journal.migrations.0001_initial").Migration
