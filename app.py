"""The web app: `python app.py` starts it, and so does a Hugging Face Space. Settings come from the environment
(HTMLBUILDER_…).
"""

import sys

from htmlbuilder.errors import HtmlBuilderError
from htmlbuilder.settings import Settings
from htmlbuilder.web.server import launch

if __name__ == "__main__":
    try:
        launch(Settings.load())
    except HtmlBuilderError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
