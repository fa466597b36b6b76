"""Thin views: fetch the record, call the page, render it."""
