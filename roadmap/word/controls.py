"""Places to fill in: content controls, which show what belongs there until somebody has written something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docx.text.paragraph import Paragraph

from roadmap.word import openxml


@dataclass(frozen=True)
class Control:
    """A place to fill in: its name for people, its tag for programs, and what can be chosen, where something can.

    A ``fixed`` one is there to be found again, and can't be changed in Word.
    """

    kind: Literal["text", "lines", "choice", "date", "fixed"]
    name: str
    tag: str
    choices: tuple[str, ...] = ()
    is_lasting: bool = False


def add_control(paragraph: Paragraph, text: str, control: Control, number: int) -> None:
    """A control that shows ``text`` until somebody has written in it; ``number`` is like no other in the document."""
    element = openxml.new_element("w:sdt")
    properties = openxml.add_element(element, "w:sdtPr")
    for tag, value in (("w:alias", control.name), ("w:tag", control.tag), ("w:id", str(number))):
        openxml.add_element(properties, tag, {"w:val": value})
    is_fixed = control.kind == "fixed"
    if is_fixed or control.is_lasting:
        openxml.add_element(properties, "w:lock", {"w:val": "sdtContentLocked" if is_fixed else "sdtLocked"})
    if not is_fixed:
        openxml.add_element(properties, "w:showingPlcHdr")
    match control.kind:
        case "choice":
            # Unlike a list to choose from, it takes what somebody types too.
            choices = openxml.add_element(properties, "w:comboBox")
            for choice in control.choices:
                openxml.add_element(choices, "w:listItem", {"w:displayText": choice, "w:value": choice})
        case "date":
            date = openxml.add_element(properties, "w:date")
            for tag, value in (("dateFormat", "d. MMMM yyyy"), ("lid", openxml.LANGUAGE), ("calendar", "gregorian")):
                openxml.add_element(date, f"w:{tag}", {"w:val": value})
        case "lines":
            # LibreOffice loses the line breaks of a plain text of several lines.
            openxml.add_element(properties, "w:richText")
        case _:
            openxml.add_element(properties, "w:text")
    paragraph._p.append(element)
    run = paragraph.add_run(text)
    if not is_fixed:
        run.style = "Placeholder Text"
    openxml.add_element(element, "w:sdtContent").append(run._r)
