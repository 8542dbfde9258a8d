"""Rules that need more than one file, or the words of a text. Each rule's docstring says it to the editor.

A rule is a function that gives problems; ``load`` reads the tree, runs them all and reports everything at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from roadmap.model import Choice, Roadmap, Source
from roadmap.problems import ContentError, Problem, suggestion
from roadmap.prose import disallowed_markup, plain_words
from roadmap.source import Entry, Tree, read_tree

DESCRIPTION_WORDS = range(80, 181)
STORY_WORDS = range(120, 251)
QUESTION_COUNT = range(28, 41)


def load(directory: Path) -> Roadmap:
    """The whole of ``content/``, read and checked.

    Raises:
        ContentError: with every problem in the tree; nothing has been built then.
    """
    tree = read_tree(directory)
    problems = [*tree.problems, *(problem for rule in RULES for problem in rule(tree))]
    frame = (tree.plan, tree.overview, tree.home, tree.questions, tree.guide_front)
    if problems or None in frame:
        raise ContentError(problems)
    plan, overview, home, questions, guide_front = (entry.value for entry in frame if entry)
    return Roadmap.model_construct(
        plan=plan,
        overview=overview,
        home=home,
        guide_front=guide_front,
        measures=sorted((entry.value for entry in tree.measures), key=lambda measure: measure.id),
        chapters=sorted((entry.value for entry in tree.chapters), key=lambda chapter: chapter.chapter),
        appendices=sorted((entry.value for entry in tree.appendices), key=lambda appendix: appendix.appendix),
        questions=sorted(questions.questions, key=lambda question: question.chapter),
        stories=sorted((entry.value for entry in tree.stories), key=lambda story: (story.date, story.slug))[::-1],
        pages=[entry.value for entry in tree.pages],
    )


def _steps(tree: Tree) -> Iterator[Problem]:
    """Hvert steg har sin egen bokstav, i alfabetisk rekkefølge, hører til en fase og har minst ett tiltak."""
    if tree.plan is None:
        return
    plan = tree.plan.value
    letters = [step.letter for step in plan.steps]
    phases = [phase.number for phase in plan.phases]
    used = {entry.value.letter for entry in tree.measures}
    unread = {problem.file.name[:1].upper() for problem in tree.problems if problem.file.parent.name == "measures"}
    for index, step in enumerate(plan.steps):
        if step.letter in letters[:index]:
            yield tree.plan.problem(
                f"steg {step.letter} står to ganger – gi det ene en annen bokstav", "steps", index, "letter"
            )
        if step.letter not in used | unread:
            yield tree.plan.problem(
                f"steg {step.letter} har ingen tiltak – legg til en fil i measures/, eller fjern steget", "steps", index
            )
        if step.phase not in phases:
            yield tree.plan.problem(
                f"fase {step.phase} finnes ikke – {suggestion(str(step.phase), map(str, phases))}",
                "steps",
                index,
                "phase",
            )
    if letters != sorted(letters):
        yield tree.plan.problem("stegene står ikke i alfabetisk rekkefølge – flytt dem på plass", "steps")
    for index, branch in enumerate(plan.returns):
        for key, letter in (("from", branch.from_), ("to", branch.to)):
            if letter not in letters:
                yield tree.plan.problem(
                    f"steg {letter} finnes ikke – {suggestion(letter, letters)}", "returns", index, key
                )


def _measure_count(tree: Tree) -> Iterator[Problem]:
    """Antallet tiltak er det som står i «measure_count»."""
    if tree.plan is None:
        return
    files = len(list((tree.directory / "measures").glob("*.yml")))
    expected = tree.plan.value.measure_count
    if files != expected:
        yield tree.plan.problem(
            f"det er {files} tiltak i measures/, men «measure_count» sier {expected} – "
            f"{'fjern et tiltak' if files > expected else 'legg til det som mangler'}, eller endre tallet her",
            "measure_count",
        )


def _measure_ids(tree: Tree) -> Iterator[Problem]:
    """Hvert tiltak har sin egen id; den begynner med stegets bokstav, og filnavnet begynner med id-en."""
    letters = [step.letter for step in tree.plan.value.steps] if tree.plan else []
    first: dict[str, Path] = {}
    for entry in tree.measures:
        measure = entry.value
        if measure.id in first:
            yield entry.problem(
                f"id-en {measure.id} er brukt i {first[measure.id].name} også – velg en ledig id", "id"
            )
        first.setdefault(measure.id, entry.file)
        if letters and measure.letter not in letters:
            yield entry.problem(f"steg {measure.letter} finnes ikke – {suggestion(measure.letter, letters)}", "id")
        if not entry.file.name.startswith(f"{measure.slug}-"):
            yield entry.problem(
                f"filnavnet passer ikke med id-en {measure.id} – la det begynne med «{measure.slug}-»", "id"
            )


def _measure_references(tree: Tree) -> Iterator[Problem]:
    """Tiltak som nevnes, finnes."""
    # A file that could not be read has its problem already; what names it is not wrong as well.
    unread = {
        problem.file.name.split("-")[0].upper()
        for problem in tree.problems
        if problem.file.parent.name == "measures"
    }
    known = sorted({entry.value.id for entry in tree.measures} | unread)
    for entry in tree.measures:
        for field, ids in (("related", entry.value.related), ("requires", entry.value.requires)):
            yield from _unknown(entry, ids, known, "tiltak", field)
            if entry.value.id in ids:
                index = ids.index(entry.value.id)
                yield entry.problem(f"{entry.value.id} viser til seg selv – fjern det", field, index)
        for index, measure_id in enumerate(entry.value.related):
            if measure_id in entry.value.requires:
                yield entry.problem(
                    f"{measure_id} står også i «requires» – fjern det fra «related»", "related", index
                )
    for story in tree.stories:
        yield from _unknown(story, story.value.measures, known, "tiltak", "measures")
    if tree.questions:
        for index, question in enumerate(tree.questions.value.questions):
            yield from _unknown(
                tree.questions, question.measures, known, "tiltak", "questions", index, "measures"
            )
    if tree.home:
        for index, door in enumerate(tree.home.value.doors):
            yield from _unknown(tree.home, door.measures, known, "tiltak", "doors", index, "measures")


def _prerequisite_cycles(tree: Tree) -> Iterator[Problem]:
    """Tiltak kan ikke vente på hverandre i ring."""
    requires = {entry.value.id: entry.value.requires for entry in tree.measures}
    reported: set[frozenset[str]] = set()
    for entry in sorted(tree.measures, key=lambda entry: entry.value.id):
        cycle = _cycle_from(entry.value.id, requires)
        if cycle and len(cycle) > 2 and frozenset(cycle) not in reported:
            reported.add(frozenset(cycle))
            yield entry.problem(
                f"tiltakene venter på hverandre i ring ({' → '.join(cycle)}) – fjern ett av dem fra «requires»",
                "requires",
            )


def _cycle_from(start: str, requires: dict[str, list[str]]) -> list[str] | None:
    """The shortest chain of prerequisites from ``start`` back to itself."""
    chains = [[start]]
    seen: set[str] = set()
    while chains:
        chain = chains.pop(0)
        for measure_id in requires.get(chain[-1], []):
            if measure_id == start:
                return [*chain, start]
            if measure_id not in seen:
                seen.add(measure_id)
                chains.append([*chain, measure_id])
    return None


def _closed_lists(tree: Tree) -> Iterator[Problem]:
    """Roller, nivå, innsats, helseforetak og fagområder er blant dem som står i roadmap.yml."""
    if tree.plan is None:
        return
    plan = tree.plan.value
    roles = _ids(plan.roles)
    targets = [role.id for role in plan.roles if role.target_group]
    for measure in tree.measures:
        value = measure.value
        yield from _unknown(measure, value.target_groups, targets, "målgruppe", "target_groups")
        for index, action in enumerate(value.actions):
            yield from _unknown_one(measure, action.role, roles, "rolle", "actions", index, "role")
        yield from _unknown_one(measure, value.level, _ids(plan.levels), "nivå", "level")
        yield from _unknown_one(measure, value.effort, _ids(plan.efforts), "innsats", "effort")
        yield from _unknown_one(measure, value.owner, roles, "rolle", "owner")
        if value.approval:
            yield from _unknown_one(measure, value.approval.role, roles, "rolle", "approval", "role")
    for chapter in tree.chapters:
        yield from _unknown(chapter, chapter.value.participants, roles, "rolle", "participants")
    for story in tree.stories:
        yield from _unknown_one(story, story.value.trust, _ids(plan.trusts), "helseforetak", "trust")
        yield from _unknown_one(story, story.value.field, _ids(plan.fields), "fagområde", "field")
        yield from _unknown_one(story, story.value.role, roles, "rolle", "role")
    if tree.questions:
        for index, question in enumerate(tree.questions.value.questions):
            location = ("questions", index, "audience")
            yield from _unknown(tree.questions, question.audience, roles, "rolle", *location)


def _sources(tree: Tree) -> Iterator[Problem]:
    """Hver kilde peker på en overskrift som står i overview.yml."""
    if tree.overview is None:
        return
    headings = [heading.id for heading in tree.overview.value.headings]
    yield from _repeated(tree.overview, headings, "overskriften", "headings")
    cited: list[tuple[Entry, list[Source]]] = [
        *((entry, entry.value.sources) for entry in tree.measures),
        *((entry, entry.value.sources) for entry in tree.stories),
        *((entry, entry.value.sources) for entry in tree.pages),
    ]
    for entry, sources in cited:
        for index, source in enumerate(sources):
            yield from _unknown_one(entry, source.heading, headings, "overskrift", "sources", index, "heading")
    if tree.questions:
        for index, question in enumerate(tree.questions.value.questions):
            location = ("questions", index, "sources")
            yield from _unknown(tree.questions, question.sources, headings, "overskrift", *location)


def _approval(tree: Tree) -> Iterator[Problem]:
    """Et tiltak er godkjent bare når rolle og dato for godkjenningen er ført inn."""
    for entry in tree.measures:
        approved = entry.value.status == "godkjent"
        if approved and entry.value.approval is None:
            yield entry.problem(
                "tiltaket er «godkjent» uten «approval» – før inn rolle og dato, eller skriv «utkast»", "status"
            )
        if not approved and entry.value.approval is not None:
            yield entry.problem(
                "tiltaket har «approval», men er «utkast» – skriv «godkjent», eller fjern «approval»", "approval"
            )


def _questions(tree: Tree) -> Iterator[Problem]:
    """Spørsmålene er 28–40, har hver sin id, hører til et kapittel og har skala bare når svaret er en skala."""
    if tree.questions is None:
        return
    questions = tree.questions.value.questions
    unread = any(problem.file.parent.name == "pathway_guide" for problem in tree.problems)
    chapters = [str(entry.value.chapter) for entry in tree.chapters]
    if len(questions) not in QUESTION_COUNT:
        yield tree.questions.problem(
            f"det er {len(questions)} spørsmål – veilederen skal ha "
            f"{QUESTION_COUNT.start}–{QUESTION_COUNT.stop - 1}",
            "questions",
        )
    yield from _repeated(tree.questions, [question.id for question in questions], "spørsmålet", "questions")
    for index, question in enumerate(questions):
        location = ("questions", index)
        if not unread:
            chapter = str(question.chapter)
            yield from _unknown_one(tree.questions, chapter, chapters, "kapittel", *location, "chapter")
        if (question.answer == "skala") != (question.scale is not None):
            yield tree.questions.problem(
                "«scale» hører sammen med «answer: skala» – legg til «scale» med «low» og «high», eller fjern den",
                *location,
                "answer",
            )
        if not question.text.rstrip().endswith("?"):
            yield tree.questions.problem(
                "spørsmålet slutter ikke med spørsmålstegn – skriv det som et spørsmål", *location, "text"
            )


def _chapters(tree: Tree) -> Iterator[Problem]:
    """Kapitlene i veilederen har hvert sitt nummer."""
    first: dict[int, Path] = {}
    for entry in tree.chapters:
        number = entry.value.chapter
        if number in first:
            yield entry.problem(
                f"kapittel {number} finnes i {first[number].name} også – gi det ene et annet nummer", "chapter"
            )
        first.setdefault(number, entry.file)


def _lengths(tree: Tree) -> Iterator[Problem]:
    """En beskrivelse er på 80–180 ord, en gladsak på 120–250."""
    for measure in tree.measures:
        yield from _length(measure, measure.value.description, DESCRIPTION_WORDS, "beskrivelsen", "description")
    for story in tree.stories:
        yield from _length(story, story.value.body, STORY_WORDS, "gladsaken")


def _length(entry: Entry, markdown: str, words: range, name: str, *location: str) -> Iterator[Problem]:
    count = len(plain_words(markdown))
    if count not in words:
        bounds = f"{words.start}–{words.stop - 1}"
        yield entry.problem(f"{name} er på {count} ord – skriv {bounds}", *location)


def _consent(tree: Tree) -> Iterator[Problem]:
    """Et innhentet samtykke har en henvisning til hvor det er arkivert."""
    for entry in tree.stories:
        if (entry.value.consent == "innhentet") != (entry.value.consent_reference is not None):
            yield entry.problem(
                "«consent_reference» hører sammen med «consent: innhentet» – "
                "skriv hvor samtykket er arkivert, eller fjern feltet",
                "consent",
            )


def _markup(tree: Tree) -> Iterator[Problem]:
    """Teksten er ren Markdown: ingen HTML ut over det som er tillatt, og ingen overskrift på øverste nivå."""
    texts: list[tuple[Entry, str, str]] = [(entry, "description", entry.value.description) for entry in tree.measures]
    bodies: Iterable[Entry] = [
        *tree.chapters, *tree.appendices, *tree.stories, *tree.pages, *([tree.guide_front] if tree.guide_front else [])
    ]
    texts += [(entry, "", entry.value.body) for entry in bodies]
    for entry, field, text in texts:
        first = _first_text_line(entry, field)
        for offset, what in disallowed_markup(text):
            yield Problem(entry.file, first + offset, f"{what} er ikke tillatt – skriv ren Markdown")
        for match in re.finditer(r"^# .*$", text, re.MULTILINE):
            line = first + text.count("\n", 0, match.start())
            yield Problem(
                entry.file, line, "overskriften er på øverste nivå – bruk «##»; tittelen kommer fra «title»"
            )


def _first_text_line(entry: Entry, field: str) -> int:
    if field:
        return entry.lines.get((field,), 0) + 1
    text = entry.file.read_text(encoding="utf-8-sig")
    return text.count("\n") - entry.value.body.count("\n") + 1


RULES: list[Callable[[Tree], Iterator[Problem]]] = [
    _steps,
    _measure_count,
    _measure_ids,
    _measure_references,
    _prerequisite_cycles,
    _closed_lists,
    _sources,
    _approval,
    _questions,
    _chapters,
    _lengths,
    _consent,
    _markup,
]


def _ids(choices: Iterable[Choice]) -> list[str]:
    return [choice.id for choice in choices]


def _unknown(
    entry: Entry, values: list[str], allowed: list[str], kind: str, *location: int | str
) -> Iterator[Problem]:
    for index, value in enumerate(values):
        yield from _unknown_one(entry, value, allowed, kind, *location, index)


def _unknown_one(
    entry: Entry, value: str, allowed: list[str], kind: str, *location: int | str
) -> Iterator[Problem]:
    if value not in allowed:
        yield entry.problem(f"{kind} «{value}» finnes ikke – {suggestion(value, allowed)}", *location)


def _repeated(entry: Entry, ids: list[str], kind: str, field: str) -> Iterator[Problem]:
    counts = Counter(ids)
    for index, identifier in enumerate(ids):
        if counts[identifier] > 1 and identifier in ids[:index]:
            yield entry.problem(
                f"{kind} «{identifier}» står to ganger – gi det ene en annen id", field, index, "id"
            )
