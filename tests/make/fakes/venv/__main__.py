import sys
from pathlib import Path

python = Path(sys.argv[-1]) / "bin/python"
python.parent.mkdir(parents=True, exist_ok=True)
python.write_text('#!/bin/sh\necho installed >> log\nif [ -p begun ]; then : > begun; read _ < "go on"; fi\n! grep -q bad requirements.lock\n')
python.chmod(0o755)
