"""Rules of images in texts: each is a file beside the page, alone on its line, described, and credited."""

from __future__ import annotations

import difflib
import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from roadmap.content.image_files import ENDINGS
from roadmap.content.model.story import says_withdrawn
from roadmap.content.problems import Problem
from roadmap.content.rules.common import entries, lines_with, texts
from roadmap.content.rules.files import OTHER_IMAGES, WITH_IMAGES
from roadmap.content.rules.images import image_files
from roadmap.content.source import Tree
from roadmap.text import links
from roadmap.text.images import CREDITS, TextImage
from roadmap.text.markdown import parse

_MEANT_AS_IMAGES = {*ENDINGS, *OTHER_IMAGES, "jpe", "jpeg"}
_CREDIT_LENGTHS = range(5, 121)
_EXAMPLE_OF_CREDIT = "Foto: Kommunikasjonsavdelingen, St. Olavs hospital"
# What a camera or a program calls a picture, and what says that there is one and nothing of it.
_NO_DESCRIPTION = re.compile(
    r"(?:img|dsc|dscn|dscf|pxl|mvimg|image|images|picture|pic|photo|screenshot|bilde|bildet|bilder|et bilde|foto|"
    r"fotografi|et foto|illustrasjon|tegning|figur|skjermbilde|alt|alt tekst|alternativ tekst|hva bildet viser|"
    r"(?:bilde|foto|tegning|illustrasjon) (?:av|fra|her))?[ \d]*(?:edited|copy|kopi|wa\d+)?[ \d]*"
)


class _ImageNames:
    """The files that a text's image may be meant to be; ``usable`` are those that a site can show."""

    def __init__(self, usable: Collection[str], names: Iterable[str]) -> None:
        self.usable = usable
        self._images = {name for name in names if name.rpartition(".")[2].lower() in _MEANT_AS_IMAGES}

    def missing(self, target: str, path: str) -> str:
        """What is wrong with an image at a path where no usable file lies, ``target`` as the text has it."""
        if path in self._images:
            return f"bildet «{target}» har et navn som ikke kan brukes – gi fila et annet, og skriv det her også"
        folder, name = posixpath.split(path)
        beside = {posixpath.basename(other): other for other in self._images if posixpath.dirname(other) == folder}
        for other in sorted(beside):
            if other.rpartition(".")[0].casefold() == name.rpartition(".")[0].casefold():
                cure = "skriv navnet slik" if beside[other] in self.usable else f"gi den navnet «{name}»"
                return f"bildet «{target}» finnes ikke – fila heter «{other}»; {cure}"
        usable = [other for other in sorted(beside) if beside[other] in self.usable]
        near = difflib.get_close_matches(name, usable, n=1)
        cure = f"mente du «{near[0]}»?" if near else "legg fila ved siden av siden"
        return f"bildet «{target}» finnes ikke – {cure}"


def _in_texts(tree: Tree) -> Iterator[Problem]:
    """Et bilde i en tekst ligger ved siden av siden, står på egen linje, og har alternativ tekst og kreditering."""
    usable = {tree.files.names[file] for file in image_files(tree)}
    files = _ImageNames(usable, tree.files.names.values())
    for entry, first_line, text in texts(tree):
        page = entry.file.relative_to(tree.directory).as_posix()
        for image in dict.fromkeys(parse(text).images):
            for problem in _problems(image, page, files):
                for line in lines_with(text, image.target):
                    yield Problem(entry.file, first_line + line, problem)


def _problems(image: TextImage, page: str, files: _ImageNames) -> Iterator[str]:
    if problem := _place_problem(image.target, page, files):
        yield problem
        return
    if not image.is_alone:
        yield f"bildet «{image.target}» står inne i en tekst – gi det en egen linje, med en tom linje før og etter"
    if not _describes(image):
        cure = "skriv i hakeparentesen hva en som ikke ser det, går glipp av"
        if image.alternative.strip():
            yield f"den alternative teksten til «{image.target}» sier ikke hva bildet viser – {cure}"
        else:
            yield f"bildet «{image.target}» mangler alternativ tekst – {cure}"
    if problem := _credit_problem(image):
        yield problem


def _place_problem(target: str, page: str, files: _ImageNames) -> str | None:
    if links.scheme(target) or target.startswith("/"):
        return f"bildet «{target}» ligger ikke i content/ – legg fila ved siden av siden, og skriv bare navnet"
    if page.partition("/")[0] not in WITH_IMAGES:
        return f"bildet «{target}» kan ikke stå her – bilder hører til i examples/, stories/ og pages/"
    path, _ = links.target_path(target, page)
    return None if path in files.usable else files.missing(target, path)


def _describes(image: TextImage) -> bool:
    """Whether an alternative text says anything that the file's name, or the mere fact of a picture, does not."""
    said = _letters(image.alternative)
    name = PurePosixPath(image.target).name
    is_name = said in (_letters(name), _letters(name.rpartition(".")[0])) or said.endswith(
        tuple(f" {ending}" for ending in (*ENDINGS, "jpeg", "heic"))
    )
    is_credit = image.alternative.strip().startswith(CREDITS)
    return not is_name and not is_credit and _NO_DESCRIPTION.fullmatch(said) is None


def _letters(text: str) -> str:
    """The words of a text in lower case, whatever stands between them."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _credit_problem(image: TextImage) -> str | None:
    credit = " ".join(image.credit.split())
    begins = "«Foto:», «Illustrasjon:» eller «Tegning:»"
    cure = f"skriv «{credit_example(image.target)}»"
    if not credit:
        return f"bildet «{image.target}» mangler kreditering – {cure}"
    if not credit.startswith(CREDITS):
        return f"krediteringen av «{image.target}» begynner ikke med {begins} – {cure}"
    if not _letters(credit.partition(":")[2]) or len(credit) not in _CREDIT_LENGTHS:
        if len(credit) >= _CREDIT_LENGTHS.stop:
            most = _CREDIT_LENGTHS.stop - 1
            return f"krediteringen av «{image.target}» er på {len(credit)} tegn – kort den ned til høyst {most}"
        return f"krediteringen av «{image.target}» sier ikke hvem som har laget det – {cure}"
    return None


def credit_example(target: str, alternative: str = "Hva bildet viser") -> str:
    """How an image is written."""
    return f'![{alternative}]({target} "{_EXAMPLE_OF_CREDIT}")'


def _use(tree: Tree) -> Iterator[Problem]:
    """Et bilde i content/ blir vist på en side."""
    used = {
        links.target_path(image.target, entry.file.relative_to(tree.directory).as_posix())[0]
        for entry, _, text in texts(tree)
        for image in parse(text).images
    }
    unread = _unread_texts(tree)
    is_withdrawn = bool(tree.withdrawn_stories) or says_withdrawn(unread or "")
    for file in image_files(tree):
        if tree.files.names[file] not in used and unread is not None and file.name not in html.unescape(unread):
            yield _unused(file, may_be_withdrawn=is_withdrawn)


def _unused(file: Path, *, may_be_withdrawn: bool) -> Problem:
    """A problem that does not stop a story from being withdrawn, which must not wait for its picture."""
    if may_be_withdrawn and file.parent.name == "stories":
        message = "ingen side viser bildet, og en historie er trukket – slett bildet hvis det hørte til den"
        return Problem(file, 1, message, "note")
    cure = f"skriv «{credit_example(file.name)}» der det skal stå, eller slett fila"
    return Problem(file, 1, f"bildet blir ikke vist på noen side – {cure}")


def _unread_texts(tree: Tree) -> str | None:
    """What stands in pages that are no valid content; nothing where one of them can't be read at all."""
    read = {entry.file for entry in entries(tree)}
    unread = [file for file in tree.files.names if file.suffix == ".md" and file not in read]
    if any(file not in tree.texts for file in unread):
        return None
    return "\n".join(tree.texts[file] for file in unread)


RULES = (_in_texts, _use)
