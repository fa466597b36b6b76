"""``python -m wasit``."""

import sys

from wasit.cli import main

sys.exit(main())
