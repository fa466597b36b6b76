"""Run by the NegMAS environment: frontier and solutions of a GENIUS folder, as NegMAS has them."""

import json
import resource
import sys
import time

from negmas.inout import Scenario
from negmas.preferences import ops

scenario = Scenario.from_genius_folder(sys.argv[1])
assert scenario is not None
begun = time.perf_counter()
outcomes = list(scenario.outcome_space.enumerate_or_sample())
frontier, _ = ops.pareto_frontier(scenario.ufuns, outcomes, sort_by_welfare=True)
for solution in (ops.nash_points, ops.kalai_points, ops.ks_points, ops.max_welfare_points):
    solution(scenario.ufuns, frontier, outcome_space=scenario.outcome_space)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - begun,
            "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "points": len(frontier),
        }
    )
)
