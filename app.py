"""The web app: `python app.py` starts it, and so does a Hugging Face Space. It takes the flags of `htmlbuilder serve`,
and the same settings from the environment (HTMLBUILDER_…).
"""

import sys

from htmlbuilder.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
