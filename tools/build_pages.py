"""Runs MkDocs, and stops before it does where the PDFs can't be made. Usage: build_pages [MkDocs' arguments].

The check costs nothing here: a build with PDFs imports WeasyPrint in any case.
"""

from __future__ import annotations

import runpy
import sys

PANGO_MISSING = 3


def main() -> int:
    """Gives MkDocs' exit code, or ``PANGO_MISSING``."""
    if "--without-pdf" in sys.argv:
        sys.argv.remove("--without-pdf")
    elif reason := _why_no_pdf():
        print(f"WeasyPrint kan ikke brukes på denne maskinen: {reason}", file=sys.stderr)
        return PANGO_MISSING
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    return 0


def _why_no_pdf() -> str:
    try:
        import weasyprint  # noqa: F401 - importing it loads Pango
        from weasyprint.text.ffi import harfbuzz_subset
    except OSError as error:
        return str(error).partition("\n")[0]
    # Without it WeasyPrint warns of every font, and a build takes no warnings.
    return "" if harfbuzz_subset else "cannot load library libharfbuzz-subset"


if __name__ == "__main__":
    sys.exit(main())
