"""`python -m motcua`."""

import sys

from motcua.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
