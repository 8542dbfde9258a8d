"""``python -m roadmap new story``, ``new measure`` and ``new question``"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from roadmap.commands.arguments import TEMPLATES, Commands, add_content, read_or_piped
from roadmap.commands.check import overview_text
from roadmap.commands.dialogue import Dialogue, is_at_a_terminal, sentence
from roadmap.content.model import Content, Measure, Step, Story
from roadmap.content.model import Question as ReflectionQuestion
from roadmap.content.problems import Problem
from roadmap.content.source import Tree, read_tree
from roadmap.editing.answers import AnswerError, Question
from roadmap.editing.changes import Change, new_problems, write
from roadmap.editing.fields import has_parts, known_of
from roadmap.editing.measure import new_measure, next_id, one_measure_more
from roadmap.editing.prompts import Option, read_prompts
from roadmap.editing.question import new_question
from roadmap.editing.story import new_story
from roadmap.today import today

# What nobody is asked for.
_OWN = {"file", "slug", "body", "status", "review_by", "withdrawn", "reviewed", "approval", "owner", "starred"}


def add_to(commands: Commands) -> None:
    kinds = commands.add_parser("new", help="lag en ny suksesshistorie, et nytt tiltak eller et nytt spørsmål")
    parsers = kinds.add_subparsers(required=True, metavar="SLAG")
    story = parsers.add_parser("story", help="en suksesshistorie")
    story.add_argument("--text", type=Path, metavar="FIL", help="fila med historien, eller -; uten den blir du spurt")
    _add(story, Story, _story)
    measure = parsers.add_parser("measure", help="et tiltak")
    measure.add_argument("--letter", metavar="STEG", help="bokstaven til steget")
    measure.add_argument("--raise-count", action="store_true", help="øk «measure_count» i roadmap.yml med én samtidig")
    _add(measure, Measure, _measure)
    question = parsers.add_parser("question", help="et spørsmål i veilederen")
    _add(question, ReflectionQuestion, _question)


def _add(parser: argparse.ArgumentParser, model: type[Content], ask: Callable[[_Session], list[Change]]) -> None:
    fields = [field for field in model.model_fields if field not in _OWN and not has_parts(model, field)]
    for field in fields:
        parser.add_argument(f"--{field.replace('_', '-')}", metavar="SVAR", help=f"svaret på «{field}»")
    parser.add_argument("--dry-run", action="store_true", help="vis det som ville blitt lagret, og lagre ingenting")
    add_content(parser)
    parser.set_defaults(run=lambda options: _run(options, fields, ask))


class _Session:
    """One run of the command: the content, the answers that are given already, and whom to ask for the rest."""

    def __init__(self, options: argparse.Namespace, fields: list[str]) -> None:
        self.options = options
        self.tree: Tree = read_tree(options.content)
        self.known = known_of(self.tree)
        self.dialogue = Dialogue(self.known)
        self.given = {field: getattr(options, field) for field in fields if getattr(options, field) is not None}

    def problems(self, changes: list[Change]) -> list[Problem]:
        return new_problems(changes, self.options.content, TEMPLATES, overview_text(None))


def _run(options: argparse.Namespace, fields: list[str], ask: Callable[[_Session], list[Change]]) -> int:
    try:
        changes = ask(_Session(options, fields))
        if options.dry_run:
            print("".join(change.shown() for change in changes), end="")
            return 0
        write(changes)
    except AnswerError as error:
        print(f"{sentence(error)} Ingenting er lagret.", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):
        stopped = "Avbrutt" if is_at_a_terminal() else "Det mangler svar – gi flere linjer eller valg"
        print(f"\n{stopped}. Ingenting er lagret.", file=sys.stderr)
        return 1
    for change in changes:
        print(f"{change.file} er {'lagret' if change.before is None else 'endret'}.")
    return 0


def _story(session: _Session) -> list[Change]:
    prompts = read_prompts(TEMPLATES, "story")
    *facts, body = prompts.prompts
    text: Path | None = session.options.text
    answers = session.dialogue.answers(facts, Story, session.given)
    question = replace(Question.of(body, Story, session.known), can_wait=True)
    if text:
        answers["body"] = question.value(read_or_piped(text))
    while True:
        if not text:
            answers["body"] = session.dialogue.ask(question)
        change = new_story(answers, prompts, session.options.content, today())
        if not answers["body"]:
            session.dialogue.say("Historien mangler ennå. Skriv den i fila; kontrollen sier fra til den er skrevet.")
            return [change]
        problems = session.problems([change])
        if not problems:
            return [change]
        for problem in problems:
            session.dialogue.say(str(problem))
        if text or not session.dialogue.confirm("Vil du skrive historien på nytt?"):
            break
    if session.dialogue.confirm("Vil du lagre den likevel, og rette den i fila?"):
        return [change]
    raise AnswerError("kontrollen godtar ikke historien ennå – rett det som står over")


def _measure(session: _Session) -> list[Change]:
    step, *others = read_prompts(TEMPLATES, "measure").prompts
    steps = [Option(value=one.letter, name=one.title) for one in session.known.plan.steps]
    letter = session.dialogue.ask(Question(step, Step, steps), session.options.letter)
    measure_id = session.given.pop("id", None) or next_id(letter, session.tree)
    session.dialogue.say(f"Tiltaket blir {measure_id}.")
    answers = session.dialogue.answers(others, Measure, session.given)
    changes = [new_measure(measure_id, answers, session.tree)]
    more = one_measure_more(session.tree)
    session.dialogue.say(f"«measure_count» i {more.file} må økes med én.")
    if session.options.raise_count or session.dialogue.confirm("Vil du gjøre det samtidig?"):
        changes.append(more)
    return _checked(session, changes, "tiltaket")


def _question(session: _Session) -> list[Change]:
    chapter, *others = read_prompts(TEMPLATES, "question").prompts
    chapters = sorted((entry.value for entry in session.tree.chapters), key=lambda one: one.chapter)
    options = [Option(value=str(one.chapter), name=one.title) for one in chapters]
    number = session.dialogue.ask(Question(chapter, ReflectionQuestion, options), session.given.pop("chapter", None))
    wanted = session.given.pop("id", None)
    answers = session.dialogue.answers(others, ReflectionQuestion, session.given)
    return _checked(session, [new_question({"chapter": number, **answers}, session.tree, wanted)], "spørsmålet")


def _checked(session: _Session, changes: list[Change], what: str) -> list[Change]:
    """The changes, when the check takes the first of them; the others follow what that makes of the whole."""
    problems = session.problems(changes)
    own = [problem for problem in problems if problem.file == changes[0].file]
    for problem in problems:
        session.dialogue.say(str(problem))
    if own and not session.dialogue.confirm(f"Vil du lagre {what} likevel, og rette i fila?"):
        raise AnswerError(f"kontrollen godtar ikke {what} ennå – rett det som står over")
    if problems and not own:
        session.dialogue.say("Dette må rettes i de andre filene, nå som det er blitt ett til.")
    return changes
