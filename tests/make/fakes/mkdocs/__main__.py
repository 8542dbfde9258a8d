import os
import runpy
import sys
from pathlib import Path

options = dict(zip(sys.argv[3::2], sys.argv[4::2], strict=True))
word = f"{options['--config-file']} {os.environ.get('SITE_URL')} {os.environ.get('REPO_URL')}"
sys.argv = ["builder.py", word, options["--site-dir"]]
runpy.run_path(str(Path(__file__).parents[1] / "builder.py"), run_name="__main__")
