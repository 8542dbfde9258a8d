"""Rules of the roadmap's shape: steps, ids, counts, order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import measure_ids, repeated, unknown
from roadmap.content.source import Tree


def _steps(tree: Tree) -> Iterator[Problem]:
    """Hvert steg har sin egen bokstav, i alfabetisk rekkefølge, hører til en fase og har minst ett tiltak."""
    if tree.plan is None:
        return
    plan = tree.plan.value
    letters = [step.letter for step in plan.steps]
    phases = [phase.number for phase in plan.phases]
    used = {measure_id[0] for measure_id in measure_ids(tree)}
    for index, step in enumerate(plan.steps):
        if step.letter in letters[:index]:
            yield tree.plan.problem(
                f"steg {step.letter} står to ganger – gi det ene en annen bokstav", "steps", index, "letter"
            )
        if step.letter not in used:
            yield tree.plan.problem(
                f"steg {step.letter} har ingen tiltak – legg til en fil i measures/, eller fjern steget",
                "steps",
                index,
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
    files = len(tree.files.matching("measures/*.yml"))
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
            yield entry.problem(f"id-en {measure.id} er brukt i {first[measure.id].name} også – velg en ledig id", "id")
        first.setdefault(measure.id, entry.file)
        if letters and measure.letter not in letters:
            yield entry.problem(f"steg {measure.letter} finnes ikke – {suggestion(measure.letter, letters)}", "id")
        if not entry.file.name.startswith(f"{measure.slug}-"):
            yield entry.problem(
                f"filnavnet passer ikke med id-en {measure.id} – la det begynne med «{measure.slug}-»", "id"
            )


def _questions(tree: Tree) -> Iterator[Problem]:
    """Spørsmålene er så mange som «limits» sier, med hver sin id, i et kapittel, og med skala bare når svaret er en."""
    if tree.questions is None:
        return
    questions = tree.questions.value.questions
    unread = any(problem.file.parent.name == "pathway_guide" for problem in tree.problems)
    chapters = [str(entry.value.chapter) for entry in tree.chapters]
    if tree.plan and len(questions) not in (limits := tree.plan.value.limits.questions):
        yield tree.questions.problem(f"det er {len(questions)} spørsmål – veilederen skal ha {limits}", "questions")
    yield from repeated(tree.questions, [question.id for question in questions], "spørsmålet", "questions")
    for index, question in enumerate(questions):
        location = ("questions", index)
        if not unread:
            chapter = str(question.chapter)
            yield from unknown(tree.questions, (*location, "chapter"), chapter, chapters, "kapittel")
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
                f"kapittel {number} finnes i {first[number].name} også – gi det ene et annet nummer",
                "chapter",
            )
        first.setdefault(number, entry.file)


def _limits(tree: Tree) -> Iterator[Problem]:
    """En grense har det minste tallet i «least» og det største i «most»."""
    if tree.plan is None:
        return
    for name, limit in tree.plan.value.limits:
        if limit.least > limit.most:
            message = f"«least» ({limit.least}) er større enn «most» ({limit.most}) – bytt om tallene"
            yield tree.plan.problem(message, "limits", name, "least")


def _phases(tree: Tree) -> Iterator[Problem]:
    """Fasene har hvert sitt nummer."""
    if tree.plan is None:
        return
    numbers = [phase.number for phase in tree.plan.value.phases]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            message = f"fase {number} står to ganger – gi den ene et annet nummer"
            yield tree.plan.problem(message, "phases", index, "number")


RULES = (_steps, _phases, _limits, _measure_count, _measure_ids, _questions, _chapters)
