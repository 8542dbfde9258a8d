"""The finished site on this machine, as README.md says to serve it: compressed, cached by name, a strict policy."""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

import brotli

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'"
_COMPRESSED = re.compile(r"text/|application/(json|javascript|xml|wasm)|image/svg\+xml")
# A file with a digest in its name never changes.
_DIGEST = re.compile(r"\.[0-9a-f]{10}\.")
_BROTLI_QUALITY = 5


@contextmanager
def served(site: Path, policy: str = POLICY) -> Iterator[str]:
    """Serves the folder under a Content-Security-Policy, and gives its address without a slash at the end."""
    handler = functools.partial(_Handler, policy, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@functools.lru_cache(maxsize=1000)
def _brotli(body: bytes) -> bytes:
    """Compressed once, as a server does that keeps what it compressed."""
    return bytes(brotli.compress(body, quality=_BROTLI_QUALITY))


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves before it has its answer is not news either."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, policy: str, *arguments: Any, directory: str) -> None:
        self._policy = policy
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                super().do_GET()
                return
            file /= "index.html"
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        if status == HTTPStatus.NOT_FOUND:
            file = Path(self.directory) / "404.html"
        body, kind = file.read_bytes(), self.guess_type(file)
        self.send_response(status)
        if _COMPRESSED.match(kind):
            body = self._compress(body)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        forever = "public, max-age=31536000, immutable"
        self.send_header("Cache-Control", forever if _DIGEST.search(self.path) else "no-cache")
        self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what is asked for is not news."""

    def _compress(self, body: bytes) -> bytes:
        accepted = self.headers.get("Accept-Encoding", "")
        self.send_header("Vary", "Accept-Encoding")
        if "br" in accepted:
            self.send_header("Content-Encoding", "br")
            return _brotli(body)
        if "gzip" in accepted:
            self.send_header("Content-Encoding", "gzip")
            return gzip.compress(body)
        return body
