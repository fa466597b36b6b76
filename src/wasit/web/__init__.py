"""The desk: the record as pages, for the one person who keeps it on this machine.

Every page is a pure function in ``pages/`` from the record of the acting seat to one dataclass,
which is all that its template sees. ``views/`` fetch the record, call the page and render it;
``urls.py`` is the one list of what can be asked for; ``site.py`` holds what outlives a request.
"""
