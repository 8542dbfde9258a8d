"""Times the build of 1,000 examples without PDFs, beside plain Material for MkDocs on the same Markdown.

The builds alternate, so that whatever else the machine does hits all of them. Everything is written to a temporary
folder. Usage: .venv/bin/python benchmarks/examples.py [--examples N] [--runs N] [--project FOLDER]
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("content", "templates", "roadmap", "mkdocs_adapter")
CONFIGURATION = ("build_hooks.py", "mkdocs.yml", "mkdocs.web.yml", "requirements.lock")
PROJECT = "this project"
PLAIN = "plain Material, its search"
PLAIN_WITHOUT_SEARCH = "plain Material, no search"
PLAIN_CONFIGURATION = """\
site_name: Plain
site_url: https://veikart.example/
docs_dir: content
theme: {name: material, language: nb, font: false}
plugins: [%s]
not_in_nav: "/**"
nav: [pages/om-prosjektet.md]
markdown_extensions: [admonition, attr_list, md_in_html, sane_lists, tables, toc]
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the build of many examples.")
    parser.add_argument("--examples", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--project", type=Path, default=ROOT, help="the project to time, for example an older version")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="examples-") as folder:
        project = Path(folder) / "project"
        for name in SOURCES:
            if (options.project / name).exists():
                shutil.copytree(options.project / name, project / name)
        for name in CONFIGURATION:
            shutil.copy(options.project / name, project / name)
        add_examples(project / "content/examples", options.examples)
        builds = {PROJECT: project / "mkdocs.web.yml"} | plain_projects(Path(folder), project / "content")
        times: dict[str, list[float]] = {name: [] for name in builds}
        for _ in range(options.runs):
            for name, configuration in builds.items():
                times[name].append(seconds_to_build(configuration))
    report(times, options.examples)


def add_examples(folder: Path, count: int) -> None:
    """Copies the examples in turn; each copy has a title of its own and its paragraphs in an order of its own."""
    originals = sorted(file for file in folder.glob("*.md") if file.stem != "index")
    for number in range(count):
        chance = random.Random(number)
        _, head, body = originals[number % len(originals)].read_text(encoding="utf-8").split("---\n", 2)
        title = " ".join(chance.sample(re.findall(r"\b[a-zæøå]{4,12}\b", body), 3)).capitalize()
        head = re.sub(r"^title: .*$", f"title: {title}", head, flags=re.MULTILINE)
        paragraphs = body.strip().split("\n\n")
        chance.shuffle(paragraphs)
        text = f"---\n{head}---\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"example-{number:04}.md").write_text(text, encoding="utf-8")


def plain_projects(folder: Path, content: Path) -> dict[str, Path]:
    """The same Markdown files under Material's defaults, with and without its own search."""
    configurations = {}
    for name, plugin in ((PLAIN, "search"), (PLAIN_WITHOUT_SEARCH, "")):
        project = folder / f"plain-{plugin or 'without-search'}"
        shutil.copytree(content, project / "content", ignore=shutil.ignore_patterns("*.yml", "*.txt"))
        configurations[name] = project / "mkdocs.yml"
        configurations[name].write_text(PLAIN_CONFIGURATION % plugin, encoding="utf-8")
    return configurations


def seconds_to_build(configuration: Path) -> float:
    """How long MkDocs takes, from its start to its end."""
    output = configuration.parent / "build/site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", configuration.name]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    result = subprocess.run(
        [*command, "--site-dir", str(output)],
        cwd=configuration.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - start
    if result.returncode != 0:
        sys.exit(f"{configuration} was not built:\n{result.stderr}")
    return seconds


def report(times: dict[str, list[float]], examples: int) -> None:
    print(f"{examples} examples, {len(times[PROJECT])} alternating runs, seconds:")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        ratio = statistics.median(times[PROJECT]) / median
        print(f"{name:27} median {median:6.2f}  minimum {min(seconds):6.2f}  this project ÷ it {ratio:5.2f}")


if __name__ == "__main__":
    main()
