"""Questions put to whoever sits at a terminal, or answered by what is piped in, a line each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from roadmap.content.model import Content
from roadmap.editing.answers import AnswerError, Question, problems_of
from roadmap.editing.fields import Known, is_list, part_model
from roadmap.editing.prompts import Prompt, help_text

# A list of more names than this is not shown; measures are known by their ids.
_MOST_SHOWN = 20
_END = "."
_ALL = "?"
# Steps, measures and chapters are known by their letters and numbers.
_LONGEST_ID = 2


class Dialogue:
    """Asks until an answer can be used, when somebody is there to ask; else the first mistake ends it."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.is_interactive = is_at_a_terminal()
        if self.is_interactive:
            _edit_lines()

    def answers(self, prompts: list[Prompt], model: type[Content], given: Mapping[str, Any]) -> dict[str, Any]:
        """The values of all fields; what is ``given`` already is not asked for.

        Raises:
            AnswerError: if an answer can't be used, and nobody is there to give another.
            EOFError: if somebody at the terminal ends it.
        """
        values: dict[str, Any] = {}
        for prompt in prompts:
            answer = given.get(prompt.field)
            if not prompt.is_asked(values) and answer is None:
                continue
            if prompt.parts:
                values[prompt.field] = self._items(prompt, model)
            else:
                values[prompt.field] = self.ask(Question.of(prompt, model, self._known), answer)
        return values

    def ask(self, question: Question, given: str | None = None) -> Any:
        """The value of one field."""
        if given is not None:
            return question.value(given)
        self._show(question)
        return self._until_usable(
            lambda: question.value(self._lines() if self._is_of_lines(question) else self._line(question))
        )

    def confirm(self, text: str) -> bool:
        """Whether somebody says yes; nobody does where there is nobody."""
        if not self.is_interactive:
            return False
        self.say(f"\n{text} (ja/nei)")
        return self._read_line().strip().casefold() in ("j", "ja")

    def say(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def _items(self, prompt: Prompt, model: type[Content]) -> Any:
        """The items of a list, until the first question of another is left empty; or what is no list, once."""
        part = part_model(model, prompt.field)
        if not is_list(model, prompt.field):
            return self.answers(prompt.parts, part, {})
        items: list[dict[str, Any]] = []
        first, *others = prompt.parts
        while not items or not _is_full(items, prompt, model):
            self._say_if_asked(f"\n{prompt.label} {len(items) + 1}. {help_text(prompt, model)}")
            question = Question.of(first, part, self._known)
            answer = self._first_of_item(question, may_end=not problems_of(items, prompt, model))
            if answer is None:
                break
            item = {first.field: answer} | self.answers(others, part, {})
            items.append({field: value for field, value in item.items() if value is not None})
        return items or None

    def _first_of_item(self, question: Question, *, may_end: bool) -> Any:
        self._show(question)

        def read() -> Any:
            line = self._line(question, or_end=may_end)
            return None if may_end and not line.strip() else question.value(line)

        return self._until_usable(read)

    def _until_usable(self, read: Callable[[], Any]) -> Any:
        while True:
            try:
                return read()
            except AnswerError as error:
                if not self.is_interactive:
                    raise
                self.say(f"  {sentence(error)}")

    def _is_of_lines(self, question: Question) -> bool:
        return question.is_long or (is_list(question.model, question.field) and not question.options)

    def _show(self, question: Question) -> None:
        if not self.is_interactive:
            return
        self.say(f"\n{question.prompt.label}. {help_text(question.prompt, question.model)}".rstrip())
        if len(question.options) <= _MOST_SHOWN:
            self._show_options(question)
        elif question.options:
            self.say(f"  (Skriv {_ALL} for å se alle.)")
        if self._is_of_lines(question):
            self.say(f"  (Flere linjer går bra. Avslutt med et punktum alene på en linje: {_END})")
        if question.can_wait:
            self.say("  (Kan være tomt. Da skriver du den i fila etterpå.)")
        elif not question.is_required:
            self.say("  (Kan være tomt.)")

    def _show_options(self, question: Question) -> None:
        for number, option in enumerate(question.options, start=1):
            is_known_by_id = len(option.value) <= _LONGEST_ID
            self.say(f"  {option.value if is_known_by_id else number:>2}  {option.name}")

    def _say_if_asked(self, text: str) -> None:
        if self.is_interactive:
            self.say(text.rstrip())

    def _line(self, question: Question, *, or_end: bool = False) -> str:
        try:
            while (line := self._read_line()).strip() == _ALL and question.options and self.is_interactive:
                self._show_options(question)
        except EOFError:
            if self.is_interactive or (question.is_required and not or_end):
                raise
            return ""
        return line

    def _lines(self) -> str:
        """What is written until a line with a full stop alone; piped in, the end will do."""
        lines: list[str] = []
        try:
            while (line := self._read_line()).strip() != _END:
                lines.append(line)
        except EOFError:
            if self.is_interactive:
                raise
        return "\n".join(lines)

    def _read_line(self) -> str:
        try:
            if self.is_interactive and sys.stdout.isatty():
                return input("> ")
            line = sys.stdin.readline() if sys.stdin else ""
        except UnicodeDecodeError as error:
            raise AnswerError("svaret er ikke skrevet i UTF-8 – skriv eller lagre det på nytt") from error
        if not line:
            raise EOFError
        return line.rstrip("\n")


def is_at_a_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def _is_full(items: list[dict[str, Any]], prompt: Prompt, model: type[Content]) -> bool:
    """Whether a list that is long enough would be too long with one more."""
    return not problems_of(items, prompt, model) and bool(problems_of([*items, items[0]], prompt, model))


def sentence(error: AnswerError) -> str:
    """A message as a sentence of its own."""
    text = str(error)
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('?') else '.'}"


def _edit_lines() -> None:
    """Lets arrows and long lines work, on machines that can."""
    try:
        import readline
    except ImportError:
        return
    readline.parse_and_bind("tab: self-insert")
