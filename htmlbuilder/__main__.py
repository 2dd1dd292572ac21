"""`python -m htmlbuilder` is the `htmlbuilder` command."""

import sys

from htmlbuilder.cli import main

sys.exit(main())
