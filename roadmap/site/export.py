"""All content as one JSON file for other systems, and the JSON Schema that describes it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from roadmap import urls
from roadmap.content.model import Lapse, Measure, Roadmap
from roadmap.site.approvals import ApprovalState, Kind, approval_states
from roadmap.site.page import SitePage


class _Exported(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class RoleHours(_Exported):
    """One person's hours in a role: once, and every month from then on."""

    role: str
    once: float
    monthly: float


class MeasureFacts(_Exported):
    """What follows from a measure's file: its place, and what its actions add up to.

    ``hours_to_begin`` are the hours of the unit's own people, one in each role, of which ``effort`` is the size.
    ``opens`` are the measures that it must be in place for, ``related`` those that go with it, in both directions.
    """

    id: str
    url: str
    step: str
    effort: str
    hours_to_begin: float
    hours: list[RoleHours]
    requires: list[str]
    opens: list[str]
    related: list[str]
    examples: list[str]
    stories: list[str]
    ready_made_texts: list[str]


class StepFacts(_Exported):
    """A step's page, and its measures in order."""

    letter: str
    url: str
    measures: list[str]


class ApprovalFacts(_Exported):
    """How it stands with the approval of something: a measure, a ready-made text, the guide or the room checklist.

    ``digest`` is that of the text as it reads today. ``role`` and ``date`` are those of the latest approval, and
    ``lapsed`` says why that holds no more: the text is another than the one that was read, or it was read too long ago.
    """

    kind: Kind
    id: str
    url: str | None
    digest: str
    approved: bool
    role: str | None
    date: datetime.date | None
    lapsed: Lapse | None


class PageFacts(_Exported):
    """A page of the site. ``slug`` finds its text in ``content``, where somebody wrote it."""

    url: str
    title: str
    description: str
    kind: str
    slug: str


class Export(_Exported):
    """All content of the roadmap as it was read and checked, and what the site tells of it besides.

    Texts marked with the media type ``text/markdown`` are Markdown, all others plain text; neither holds HTML. In
    Markdown, links lead from file to file of the content's source, and images to files there; a line
    ``<!-- sett inn: … -->`` stands where the site puts something in. What has an approval that holds no more has the
    status of a draft, and keeps the approval that it had: ``approvals`` say why. ``format`` is the version of this
    format: its first number changes when a field is removed or changes its meaning, its second when one is added.
    """

    schema_url: str = Field(alias="$schema", description="Where the JSON Schema of this file lies.")
    format: Literal["1.1"]
    site: str = Field(description="The URL of the site's home page.")
    content: Roadmap
    steps: list[StepFacts]
    measures: list[MeasureFacts]
    approvals: list[ApprovalFacts]
    pages: list[PageFacts]


def export(roadmap: Roadmap, pages: Iterable[SitePage], site_url: str) -> dict[str, bytes]:
    """The content and its schema, by their paths on the site."""
    schema_url = site_url + urls.EXPORT_SCHEMA
    exported = Export(
        schema_url=schema_url,
        format="1.1",
        site=site_url,
        content=roadmap,
        steps=[
            StepFacts(
                letter=step.letter,
                url=_url(site_url, urls.step_page(step.letter)),
                measures=_ids(roadmap.step_measures(step)),
            )
            for step in roadmap.plan.steps
        ],
        measures=[_measure_facts(measure, roadmap, site_url) for measure in roadmap.measures],
        approvals=[_approval_facts(state, site_url) for state in approval_states(roadmap)],
        pages=[_page_facts(page, site_url) for page in pages],
    )
    schema = Export.model_json_schema(mode="serialization")
    described = {"$schema": GenerateJsonSchema.schema_dialect, "$id": schema_url, **schema, "title": "Veikart"}
    return {
        urls.EXPORT: _json(exported.model_dump(mode="json", by_alias=True)),
        urls.EXPORT_SCHEMA: _json(described),
    }


def _measure_facts(measure: Measure, roadmap: Roadmap, site_url: str) -> MeasureFacts:
    return MeasureFacts(
        id=measure.id,
        url=_url(site_url, urls.measure_page(measure.id)),
        step=measure.letter,
        effort=roadmap.effort(measure).id,
        hours_to_begin=roadmap.hours_to_begin(measure),
        hours=[RoleHours(role=part.role.id, once=part.once, monthly=part.monthly) for part in roadmap.work(measure)],
        requires=measure.requires,
        opens=_ids(roadmap.required_by(measure)),
        related=_ids(roadmap.related_to(measure)),
        examples=[example.slug for example in roadmap.measure_examples(measure)],
        stories=[story.slug for story in roadmap.measure_stories(measure)],
        ready_made_texts=[text.slug for text in roadmap.measure_texts(measure)],
    )


def _approval_facts(state: ApprovalState, site_url: str) -> ApprovalFacts:
    return ApprovalFacts(
        kind=state.kind,
        id=state.id,
        url=_url(site_url, state.page) if state.page else None,
        digest=state.digest,
        approved=state.is_approved,
        role=state.approval.role if state.approval else None,
        date=state.approval.date if state.approval else None,
        lapsed=state.lapse,
    )


def _page_facts(page: SitePage, site_url: str) -> PageFacts:
    return PageFacts(
        url=_url(site_url, page.path),
        title=page.title,
        description=page.meta["description"],
        kind=page.meta["kind"],
        slug=urls.page_slug(page.path),
    )


def _ids(measures: Iterable[Measure]) -> list[str]:
    return [measure.id for measure in measures]


def _url(site_url: str, path: str) -> str:
    return site_url + urls.page_url(path)


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
