"""What a seat gets depends on nothing but what it may read, its own commands and the clock.

The walk gives one seat two records that agree on what it may read and differ in everything else,
lets it run the same commands on both while other seats act in between, and compares every byte.

    talks.py      the two records: a script of acts, and the script with hidden acts altered
    surfaces.py   the commands a seat runs: what it reads and writes, which hidden names it tries
    walk.py       both records on disk, the real command, the comparison
    leaks.py      planted leaks, each of which the walk must find

To add a surface (a command, an option, a format, a link field): add its command line to
``READS``, ``writes`` or ``PROBES`` in ``surfaces.py``. A command or option of ``wasit`` that no
line there uses fails ``test_surfaces``; one of the keeper alone stands in ``KEEPERS`` with its
reason. Then plant its leak: a function in ``leaks.py`` that shows there what it should not.
"""
