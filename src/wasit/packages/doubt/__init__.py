"""Not knowing: ranges and orders are drawn from, and the draws solved."""

from wasit.packages.doubt.sampling import Quantity, sample
from wasit.packages.doubt.study import DRAWS, Candidate, Study, Worth, study

__all__ = ["DRAWS", "Candidate", "Quantity", "Study", "Worth", "sample", "study"]
