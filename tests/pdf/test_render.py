"""WeasyPrint gets nothing but what lies in the templates, and may ignore nothing of it."""

from __future__ import annotations

import base64
import logging
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from roadmap import typeface
from roadmap.errors import OutputError
from roadmap.pdf.fonts import font_faces
from roadmap.pdf.render import FORM_OPTIONS, PDF_OPTIONS, render_pdf
from tests.conftest import ROOT

PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def data_url(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def document(body: str = "", head: str = "") -> str:
    style = f"<style>{font_faces()} html {{ font-family: '{typeface.FAMILY}' }}</style>"
    return f'<!doctype html><html lang="nb"><head><title>Prøve</title>{style}{head}</head><body>{body}</body></html>'


def svg_file(content: str) -> str:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    return f'<img alt="x" src="{data_url(f"{svg}{content}</svg>")}">'


# URL is where the thing would be fetched from.
WAYS = {
    "img": document('<img alt="x" src="URL">'),
    "object": document('<object data="URL"></object>'),
    "embed": document('<embed src="URL">'),
    "inline svg image": document('<svg width="9" height="9"><image href="URL" width="9" height="9"/></svg>'),
    "svg image": document(svg_file('<image xlink:href="URL" width="9" height="9"/>')),
    "svg font": document(svg_file('<style>@font-face { font-family: x; src: url("URL") }</style>')),
    "import": document(head='<style>@import url("URL");</style>'),
    "background": document(head='<style>body { background: url("URL") }</style>'),
    "page background": document(head='<style>@page { background: url("URL") }</style>'),
    "style attribute": document("""<p style="background-image: url('URL')">x</p>"""),
    "border": document(head='<style>body { border: 1px solid; border-image: url("URL") 1 }</style>'),
    "list": document('<ul style="list-style-image: url(URL)"><li>x</li></ul>'),
    "content": document(head='<style>body::before { content: url("URL") }</style>'),
    "font": document("<p style='font-family: x'>x</p>", '<style>@font-face{font-family:x;src:url("URL")}</style>'),
    "stylesheet": document(head='<link rel="stylesheet" href="URL">'),
    "base": document('<img alt="x" src="picture.png">', '<base href="URL">'),
    "attached file": document(head='<link rel="attachment" href="URL">'),
    "attached link": document('<a rel="attachment" href="URL">x</a>'),
}
# WeasyPrint has no notion of these; they must stay without effect.
IGNORED_WAYS = {
    "svg import": document(svg_file('<style>@import url("URL");</style>')),
    "input image": document('<input type="image" alt="x" src="URL">'),
    "srcset": document(f'<img alt="x" src="{data_url(PIXEL)}" srcset="URL 2x">'),
    "source": document(f'<picture><source srcset="URL"><img alt="x" src="{data_url(PIXEL)}"></picture>'),
    "svg use": document(svg_file('<use xlink:href="URL#x"/>')),
    "inline svg use": document('<svg width="9" height="9"><use href="URL#x"/></svg>'),
    "script": document('<script src="URL"></script>'),
    "iframe": document('<iframe src="URL"></iframe>'),
    "video": document('<video src="URL" poster="URL"></video>'),
    "link": document('<a href="URL">x</a>'),
    "icon": document(head='<link rel="icon" href="URL">'),
    "refresh": document(head='<meta http-equiv="refresh" content="0; url=URL">'),
    "svg stylesheet": document(svg_file('<?xml-stylesheet href="URL"?>')),
    "svg entity": document('<object data="data:image/svg+xml,&lt;!DOCTYPE svg SYSTEM &quot;URL&quot;&gt;"></object>'),
}
EVERY_WAY = WAYS | IGNORED_WAYS


class Listener(ThreadingHTTPServer):
    """A server on this machine that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked_for: list[str] = []
        self.host = f"127.0.0.1:{self.server_port}"

    def get_request(self) -> tuple[object, object]:  # type: ignore[override]
        connection, client = super().get_request()
        self.asked_for.append(str(client))
        return connection, client


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "pixel.svg").write_text(PIXEL, encoding="utf-8")
    (folder / "file name.css").write_text("p { color: #123456 }", encoding="utf-8")
    return folder


def render(html: str, templates: Path) -> bytes:
    return render_pdf(html, "prøven", templates=templates)


def test_the_listener_hears(listener: Listener) -> None:
    for way in ("img", "stylesheet", "font", "attached file"):
        html = EVERY_WAY[way].replace("URL", f"http://{listener.host}/{way.replace(' ', '-')}")
        weasyprint.HTML(string=html).write_pdf()
    assert len(listener.asked_for) == 4


@pytest.mark.parametrize("scheme", ["http:", "HTTP:", "ftp:", "https:"])
@pytest.mark.parametrize("way", WAYS)
def test_what_lies_elsewhere_is_refused_and_not_fetched(
    way: str, scheme: str, listener: Listener, templates: Path
) -> None:
    with pytest.raises(OutputError, match=r"(?s)^prøven: .*hentes ikke"):
        render(WAYS[way].replace("URL", f"{scheme}//{listener.host}/x.png"), templates)
    assert listener.asked_for == []


@pytest.mark.parametrize("way", IGNORED_WAYS)
def test_what_weasyprint_has_no_notion_of_fetches_nothing(way: str, listener: Listener, templates: Path) -> None:
    with suppress(OutputError):
        render(IGNORED_WAYS[way].replace("URL", f"http://{listener.host}/x.png"), templates)
    assert listener.asked_for == []


@pytest.mark.parametrize("way", WAYS)
def test_a_file_outside_the_templates_is_refused(way: str, tmp_path: Path, templates: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.svg").write_text(PIXEL, encoding="utf-8")
    (outside / "picture.png").write_text(PIXEL, encoding="utf-8")
    (templates / "link.svg").symlink_to(outside / "x.svg")
    (templates / "picture.png").symlink_to(outside / "picture.png")
    (templates / "folder").symlink_to(outside)
    file = f"{outside.as_uri()}/x.svg"
    for url in (
        file,
        file.replace("file://", "file://localhost"),
        file.replace("file:///", "file:/"),
        file.replace("file:", "FILE:"),
        f"{templates.as_uri()}/../outside/x.svg",
        f"{templates.as_uri()}/%2e%2e/outside/x.svg",
        "../outside/x.svg",
        "link.svg",
        "folder/x.svg",
        "file:///etc/passwd",
        "file://server/share/x.svg",
        "missing.svg",
        ".",
        "%00",
    ):
        with pytest.raises(OutputError, match=r"(?s)^prøven: .*hentes ikke"):
            render(WAYS[way].replace("URL", url), templates)


@pytest.mark.parametrize("way", ["img", "object", "background", "content", "attached file", "inline svg image"])
def test_templates_and_data_are_used(way: str, templates: Path) -> None:
    for url in ("pixel.svg", f"{templates.as_uri()}/pixel.svg", data_url(PIXEL)):
        assert render(WAYS[way].replace("URL", url), templates).startswith(b"%PDF")
    assert render(WAYS["stylesheet"].replace("URL", "file%20name.css"), templates).startswith(b"%PDF")


def test_templates_that_are_reached_by_a_link_are_used(tmp_path: Path, templates: Path) -> None:
    (tmp_path / "link").symlink_to(templates)
    assert render(WAYS["img"].replace("URL", "pixel.svg"), tmp_path / "link").startswith(b"%PDF")


@pytest.mark.parametrize(
    ("html", "warning"),
    [
        (document(head="<style>p { colour: red }</style>"), "colour"),
        (document(head="<style>p::selection, { color: red }</style>"), "selector"),
        (document('<a href="#ingensteds">x</a>'), "ingensteds"),
        (document('<img alt="x" src="data:image/png;base64,AAAA">'), "data:image/png"),
    ],
)
def test_every_warning_is_an_error(html: str, warning: str, templates: Path) -> None:
    with pytest.raises(OutputError, match=rf"(?s)^prøven: .*{warning}"):
        render(html, templates)


def test_the_log_is_left_as_it_was(templates: Path) -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.level, list(logger.handlers))
    try:
        logger.setLevel(logging.CRITICAL)
        with pytest.raises(OutputError, match="colour"):
            render(document(head="<style>p { colour: red }</style>"), templates)
        render(document(), templates)
        assert (logger.level, list(logger.handlers)) == (logging.CRITICAL, before[1])
    finally:
        logger.setLevel(before[0])


def test_the_check_sees_the_pages_and_has_the_last_word(templates: Path) -> None:
    def refuse(rendered: weasyprint.Document) -> None:
        raise OutputError(f"{len(rendered.pages)} sider")

    with pytest.raises(OutputError, match=r"^1 sider$"):
        render_pdf(document(), "prøven", templates=templates, check=refuse)


def test_options_decide_whether_there_are_fields(tmp_path: Path, templates: Path) -> None:
    html = document('<form><input name="svar" title="Svar"></form>')
    for options, expected in ((PDF_OPTIONS, False), (FORM_OPTIONS, True)):
        file = tmp_path / "out.pdf"
        file.write_bytes(render_pdf(html, "prøven", templates=templates, options=options))
        with pikepdf.open(file) as made:
            assert ("/AcroForm" in made.Root) == expected


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "templates/theme/assets/marks", tmp_path / "other"))
    html = document('<h1>Æ</h1><img alt="x" src="leder.svg">')
    assert render(html, ROOT / "templates/theme/assets/marks") == render(html, copy)
