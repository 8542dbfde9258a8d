"""The menu in mkdocs.yml, with folders whose pages are content filled in."""

from __future__ import annotations

from typing import Any

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.guide.chapters import guide_pages


def fill(nav: list[Any] | None, roadmap: Roadmap) -> list[Any]:
    """MkDocs' ``nav`` with each folder, written with a slash at the end, replaced by its pages in reading order."""
    folders = {
        "steps/": [urls.MEASURE_LIST, urls.ROADMAP_GRAPH, *_steps(roadmap)],
        "pathway_guide/": [path for path, _ in guide_pages(roadmap)],
        "roles/": [urls.role_page(page.file) for page in roadmap.role_pages],
    }
    return [
        {title: folders.get(target, target) if isinstance(target, str) else target for title, target in item.items()}
        for item in nav or []
    ]


def _steps(roadmap: Roadmap) -> list[str]:
    """Each step followed by its measures."""
    return [
        path
        for step in roadmap.plan.steps
        for path in (
            urls.step_page(step.letter),
            *(urls.measure_page(measure.id) for measure in roadmap.step_measures(step)),
        )
    ]
