"""A reading becomes proposals: what could be put on record, each with the words it rests on.

Nothing gets on record here. What the acting seat's record already knows is pointed at, not
proposed again.
"""

from wasit.press.propose.batch import GROUPS, Group, Proposals, Proposed
from wasit.press.propose.making import LONGEST, as_held, propose

__all__ = ["GROUPS", "LONGEST", "Group", "Proposals", "Proposed", "as_held", "propose"]
