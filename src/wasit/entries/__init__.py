"""What can be put on record, and who may read it. Knows no other room."""

from wasit.entries.entry import Author, Entry, canonical, entry_of, line_of, plain_entry
from wasit.entries.errors import Failure, Mistake, NotOnRecord, Place, Refused, WasitError
from wasit.entries.kinds import KINDS, Kind
from wasit.entries.proposal import Envelope, Proposal, proposal_of
from wasit.entries.sight import Sight, chain, may_read, view
from wasit.entries.when import When

__all__ = [
    "KINDS",
    "Author",
    "Entry",
    "Envelope",
    "Failure",
    "Kind",
    "Mistake",
    "NotOnRecord",
    "Place",
    "Proposal",
    "Refused",
    "Sight",
    "WasitError",
    "When",
    "canonical",
    "chain",
    "entry_of",
    "line_of",
    "may_read",
    "plain_entry",
    "proposal_of",
    "view",
]
