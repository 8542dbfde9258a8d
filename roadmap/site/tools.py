"""What the tools run on in the browser: what they know of the roadmap, and their scripts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from roadmap import urls
from roadmap.content.model import Measure, Roadmap, Step
from roadmap.content.model.roadmap_file import AssessmentAnswer
from roadmap.site.data_scripts import data_script
from roadmap.site.script_bundle import bundle

SCRIPTS = "scripts"


def tool_files(roadmap: Roadmap, templates: Path, site_url: str) -> Mapping[str, bytes]:
    """Everything that the tools load, by path on the site."""
    folder = templates / SCRIPTS
    tools = {urls.tool_script(tool.slug): bundle(folder, f"tools/{tool.slug}.js") for tool in roadmap.tools}
    lazy = {urls.lazy_script(name): bundle(folder, f"lazy/{name}.js", name) for name in lazy_names(templates)}
    alone = {
        f"assets/{file.name}": bundle(folder, f"site/{file.name}") for file in sorted((folder / "site").glob("*.js"))
    }
    return {urls.ROADMAP_DATA: data_script("roadmapData = ", roadmap_data(roadmap, site_url)), **tools, **lazy, **alone}


def lazy_names(templates: Path) -> list[str]:
    """The scripts that a tool's page fetches when somebody asks for what they do."""
    return sorted(file.stem for file in (templates / SCRIPTS / "lazy").glob("*.js"))


def roadmap_data(roadmap: Roadmap, site_url: str) -> dict[str, Any]:
    """What the tools know of the roadmap; ``templates/scripts/types.d.ts`` describes it."""
    plan = roadmap.plan
    statements = [statement for step in plan.steps for statement in step.self_assessment]
    return {
        "edition": {"version": plan.edition.version, "kind": plan.edition.kind, "date": plan.edition.date.isoformat()},
        "siteUrl": site_url,
        "phases": [{"number": one.number, "title": one.title, "colour": one.colour} for one in plan.phases],
        "steps": [_step(step) for step in plan.steps],
        "measures": [_measure(measure, roadmap) for measure in roadmap.measures],
        "roles": [{"id": role.id, "name": role.name, "outside": role.outside} for role in plan.roles],
        "answers": [
            *(_answer(answer, rank) for rank, answer in enumerate(plan.assessment_levels)),
            *(_answer(answer, None) for answer in plan.assessment_others),
        ],
        "progress": [
            {"id": level.id, "name": level.name, "rank": rank} for rank, level in enumerate(plan.progress_levels)
        ],
        "efforts": [{"id": effort.id, "name": effort.name} for effort in plan.efforts],
        "levels": [{"id": level.id, "name": level.name} for level in plan.levels],
        "renamed": {
            **{former: measure.id for measure in roadmap.measures for former in measure.former_ids},
            **{former: statement.id for statement in statements for former in statement.former_ids},
        },
        "tools": {
            tool.slug: {"title": tool.title, "url": urls.page_url(f"tools/{tool.file}")} for tool in roadmap.tools
        },
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "letter": step.letter,
        "title": step.title,
        "phase": step.phase,
        "url": urls.page_url(urls.step_page(step.letter)),
        "statements": [
            {"id": statement.id, "text": statement.text, "measures": statement.measures}
            for statement in step.self_assessment
        ],
    }


def _measure(measure: Measure, roadmap: Roadmap) -> dict[str, Any]:
    return {
        "id": measure.id,
        "title": measure.title,
        "summary": measure.summary,
        "step": measure.letter,
        "level": measure.level,
        "effort": roadmap.effort(measure).id,
        "hours": roadmap.hours_to_begin(measure),
        "work": [{"role": part.role.id, "once": part.once, "monthly": part.monthly} for part in roadmap.work(measure)],
        "usefulFor": measure.useful_for,
        "actors": measure.actors,
        "requires": measure.requires,
        "started": measure.started_when,
        "url": urls.page_url(urls.measure_page(measure.id)),
    }


def _answer(answer: AssessmentAnswer, rank: int | None) -> dict[str, Any]:
    return {"id": answer.id, "name": answer.name, "meaning": answer.meaning, "rank": rank}
