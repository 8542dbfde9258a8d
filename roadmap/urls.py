"""Every address on the site and every name of a file to take away, once.

A page is known by its path under ``content/`` (``measures/a1.md``). Its URL on the site is Norwegian (``tiltak/a1/``)
and depends on ids and file names alone, because posters on walls point there.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

HOME = "index.md"
POSTER_PAGE = "plakat.md"
ROADMAP_GRAPH = "veikart.md"
# Where a page says whom to write to.
ADDRESS_ANCHOR = "adresse"
MEASURE_LIST = "measures/index.md"
EXAMPLE_LIST = "examples/index.md"
STORY_LIST = "stories/index.md"
# What to ask of somebody who has a story to tell.
STORY_QUESTIONS = "ready_made_texts/historie-sporsmal.md"
# Where readers write a story; what the page knows of the rules; and all that it runs on, in the order of need.
STORY_FORM = "stories/skriv.md"
STORY_RULES = "assets/story-rules.js"
# What finds that a text tells who a person is, and the rules it goes by.
PRIVATE_RULES = "assets/private-rules.js"
PRIVATE_SCRIPTS = (PRIVATE_RULES, "assets/private-data.js")
STORY_SCRIPTS = (
    STORY_RULES,
    *PRIVATE_SCRIPTS,
    *(f"assets/story-{name}.js" for name in ("days", "file", "checks")),
    *(f"assets/story-{name}.js" for name in ("messages", "reading", "draft", "form")),
)
TEXT_LIST = "ready_made_texts/index.md"
# What stands beside the title in a browser; mkdocs.yml names it too.
ICON = "assets/mark.svg"
# The search takes the words to look for from ``?q=``.
SEARCH_PAGE = "sok.md"
GUIDE_FRONT = "pathway_guide/index.md"
ROOM_CHECKLIST = "pages/rom-sjekkliste.md"
# Where the statements of all steps are answered.
STATEMENTS = "tools/hvor-er-vi.md"
# What every tool knows of the roadmap; and a tool's own script and style, and what tools fetch when they need it.
ROADMAP_DATA = "assets/roadmap-data.js"
TOOL_STYLE = "assets/tools.css"
# What says so where a tool does not begin.
TOOL_WATCH = "assets/tool-watch.js"
# The tool that the guide is filled in with, and what it knows of the guide.
MEETING_TOOL = "mote"
MEETING_DATA = "assets/meeting-data.js"
ACCESSIBILITY_STATEMENT = "pages/tilgjengelighet.md"
CONTRIBUTE_PAGE = "pages/bidra.md"

FEED = "endringer.xml"
EXPORT = "data/veikart.json"
EXPORT_SCHEMA = "data/veikart.schema.json"

DOWNLOADS = "nedlasting"
PRESENTATION = f"{DOWNLOADS}/veikart.pptx"
# Measures, plan, self-assessment and target figures, to fill in.
WORKBOOK = f"{DOWNLOADS}/veikart.xlsx"
# Every measure, with a form for those who can approve it.
REVIEW_PACK = f"{DOWNLOADS}/godkjenning.docx"
ROOM_CHECKLIST_PDF = f"{DOWNLOADS}/rom-sjekkliste.pdf"
GUIDE_PDF = f"{DOWNLOADS}/veileder.pdf"
MEETING_PDF = f"{DOWNLOADS}/veileder-moteutgave.pdf"
# Every ready-made text in one Word file, and where each of them lies alone.
TEXTS = f"{DOWNLOADS}/maler"
ALL_TEXTS = f"{TEXTS}/alle-tekstene.docx"
POSTER_PREVIEW = f"{DOWNLOADS}/veikart-plakat.webp"
POSTER_PREVIEW_LARGE = f"{DOWNLOADS}/veikart-plakat-stor.webp"

_SEARCH = "assets/search"
# What the search runs on, in the order in which the scripts need each other.
SEARCH_SCRIPTS = tuple(f"assets/search-{part}.js" for part in ("words", "engine", "results"))
SEARCH_CORE = f"{_SEARCH}/core.js"
# The whole site to read without a network: the file, and in it the page to open and the folder of the site itself.
OFFLINE = f"{DOWNLOADS}/veikart-uten-nett.zip"
OFFLINE_START = "start-her.html"
OFFLINE_FOLDER = "veikart"
INDEX = "index.html"
# What only a web server or a search engine asks for.
ONLY_ON_A_SERVER = ("404.html", "sitemap.xml", "sitemap.xml.gz")

_FOLDERS = {
    "steps": "steg",
    "measures": "tiltak",
    "pathway_guide": "veileder",
    "examples": "eksempler",
    "stories": "suksesshistorier",
    "ready_made_texts": "maler",
    "pages": "om",
    "roles": "for",
    # The tools lie at the root.
    "tools": "",
}


def step_page(letter: str) -> str:
    """The path of a step's page."""
    return f"steps/{letter.lower()}.md"


def measure_page(measure_id: str) -> str:
    """The path of a measure's page."""
    return f"measures/{measure_id.lower()}.md"


def example_page(file: str) -> str:
    """The path of an example's page."""
    return f"examples/{file}"


def story_page(file: str) -> str:
    """The path of a story's page."""
    return f"stories/{file}"


def list_page(path: str, number: int) -> str:
    """The path of a page of a list, ``path`` being that of its first."""
    return path if number == 1 else beside(path, f"side/{number}.md")


def list_data(path: str, name: str) -> str:
    """Where a file with data lies that a list is filtered by."""
    return f"{page_url(path)}liste/{name}.js"


def beside(path: str, file: str) -> str:
    """The path of a file in the same folder as the one at ``path``."""
    return posixpath.join(posixpath.dirname(path), file)


def role_page(file: str) -> str:
    """The path of the page of a role."""
    return f"roles/{file}"


def tool_page(slug: str) -> str:
    """The path of a tool's page."""
    return f"tools/{slug}.md"


def tool_script(slug: str) -> str:
    return f"assets/tool-{slug}.js"


def tool_style(slug: str) -> str:
    """Where the style sheet of a tool alone lies; not every tool has one."""
    return f"assets/tool-{slug}.css"


def lazy_script(name: str) -> str:
    """Where scripts lie that a page fetches when somebody asks for what they do."""
    return f"assets/lazy-{name}.js"


def role_mark(name: str) -> str:
    """Where the mark of a role lies."""
    return f"assets/marks/{name}"


def web_font(style: str) -> str:
    """Where a style of the typeface lies."""
    return f"assets/fonts/atkinson-{style.lower()}.woff2"


def poster_pdf(name: str) -> str:
    return f"{DOWNLOADS}/{name}.pdf"


def worksheet_pdf(worksheet_id: str) -> str:
    return f"{DOWNLOADS}/arbeidsark-{worksheet_id}.pdf"


def text_page(text_id: str) -> str:
    """The path of the page of a ready-made text."""
    return f"ready_made_texts/{text_id}.md"


def text_docx(text_id: str) -> str:
    return f"{TEXTS}/{text_id}.docx"


def search_part(name: str) -> str:
    """Where a part of the search's index lies."""
    return f"{_SEARCH}/{name}.js"


def destination(path: str) -> str:
    """Where a file of ``content/`` lies on the site: Norwegian folder names, chapters without their order number."""
    folder, separator, name = path.partition("/")
    if not separator or folder not in _FOLDERS:
        return path
    return posixpath.join(_FOLDERS[folder], re.sub(r"^[0-9]+-", "", name))


def page_url(path: str) -> str:
    """The URL of a page, from the root of the site: ``tiltak/a1/``, or nothing for the home page."""
    name = destination(path).removesuffix(".md")
    folder = name.removesuffix("index") if posixpath.basename(name) == "index" else f"{name}/"
    # The name of a file may be bytes that are no text; the rules say so.
    return quote(folder, errors="surrogateescape")


def page_slug(path: str) -> str:
    """What a page is called in its URL; nothing for the home page."""
    return page_url(path).strip("/").rpartition("/")[2]


def social_card(path: str) -> str:
    """Where the picture lies that a link to the page at ``path`` is shown with."""
    return f"assets/cards/{page_url(path).strip('/').replace('/', '-') or 'forside'}.png"


def picture(name: str, width: int, digest: str) -> str:
    """Where an editor's image of a width lies; with the digest of its bytes in its name it never changes."""
    return f"assets/pictures/{name}-{width}.{digest}.webp"


def quoted(path: str) -> str:
    """The URL of a file on the site, from the root of the site."""
    return quote(path)


def redirect_file(address: str) -> str:
    """The file that answers at a retired address, ``/tiltak/a9/``."""
    return f"{address.strip('/')}/index.html"


def relative(target: str, page: str) -> str:
    """The way from the page with the URL ``page`` to the file or page with the URL ``target``."""
    way = posixpath.relpath(target or ".", page or ".")
    return f"{way}/" if target.endswith("/") or not target else way


def without_scheme(url: str) -> str:
    """A URL as people read and type it: no scheme, no slash at the end."""
    return re.sub(r"^https?://", "", url).rstrip("/")
