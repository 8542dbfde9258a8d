"""Writes templates/scripts/vendor/ anew: modules of others that our scripts use, each as one file, from tools/node/.

Usage: python -m tools.vendor_scripts. Needs the Node packages (python -m tools.node_packages). A build of the site does
not, since the files are part of the repository; vendor.json says what each is, where it is from, and what it hashes to.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NODE = Path(__file__).parent / "node"
PACKAGES = NODE / "node_modules"
VENDOR = Path(__file__).parents[1] / "templates/scripts/vendor"
CATALOGUE = "vendor.json"
# From a file of vendor/ to the types that its package has.
_TO_PACKAGES = "../../../tools/node/node_modules"


@dataclass(frozen=True)
class Module:
    """What we take from a package."""

    package: str
    file: str
    # The files of the package, each with what it exports to us; a name may be «default as Other».
    exports: Mapping[str, Sequence[str]]
    # The same for their types.
    types: Mapping[str, Sequence[str]]
    # Texts that take the place of files in the package whose contents we have no use for.
    replaced: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""

    @property
    def names(self) -> list[str]:
        return sorted(name.rpartition(" ")[2] for names in self.exports.values() for name in names)


_FFLATE = {"esm/browser.js": ["Inflate", "zipSync"]}
_PDF_OBJECTS = "Array Bool Dict HexString Name Null Number RawStream Ref Stream String"
_PDF_READING = ["PDFParser", "decodePDFRawStream", "pdfDocEncodingDecode"]
MODULES = (
    Module(
        "fflate", "fflate.js", {"esm/browser.js": ["Inflate", "zipSync"]}, {"esm/browser.js": ["Inflate", "zipSync"]}
    ),
    Module(
        "@cantoo/pdf-lib",
        "pdf-lib.js",
        {
            "es/core/parser/PDFParser.js": ["default as PDFParser"],
            "es/core/crypto.js": ["CipherTransformFactory"],
            "es/core/streams/decode.js": ["decodePDFRawStream"],
            "es/utils/pdfDocEncoding.js": ["pdfDocEncodingDecode"],
            **{f"es/core/objects/PDF{name}.js": [f"default as PDF{name}"] for name in _PDF_OBJECTS.split()},
        },
        {
            "cjs/core/crypto.js": ["CipherTransformFactory"],
            "cjs/index.js": [*(f"PDF{name}" for name in _PDF_OBJECTS.split()), *_PDF_READING],
        },
        # A parser asks only whether a name is one of the fonts that a PDF need not bring; 100 kB are their measures.
        {"es/packages/standard-fonts/index.js": "export const FontNames = {};"},
        "The decoders of streams are ports of those in pdf.js (Copyright 2012 Mozilla Foundation) and in XPDF\n"
        "(Copyright 1996-2003 Glyph & Cog, LLC), under the Apache License 2.0:\n"
        "https://www.apache.org/licenses/LICENSE-2.0. Base64 is by base64-arraybuffer (Copyright 2012 Niklas von\n"
        "Hertzen, MIT): https://github.com/niklasvh/base64-arraybuffer",
    ),
)


def main() -> int:
    """Gives 1, and changes nothing, when the Node packages are not there."""
    if not (PACKAGES / "esbuild").is_dir():
        print("Node-pakkene mangler: kjør python -m tools.node_packages.", file=sys.stderr)
        return 1
    write(VENDOR)
    return 0


def write(folder: Path) -> None:
    """Makes every file of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = []
    for module in MODULES:
        code, packages = _bundled(module)
        content = f"{_header(module, packages)}\n{code}"
        _write(folder / module.file, content)
        _write(folder / Path(module.file).with_suffix(".d.ts"), _types(module))
        package, *included = (_about(name) for name in packages)
        catalogue.append(
            {
                "file": module.file,
                **package,
                "includes": included,
                "exports": module.names,
                "sha256": hashlib.sha256(content.encode()).hexdigest(),
            }
        )
    _write(folder / CATALOGUE, json.dumps(catalogue, ensure_ascii=False, indent=2) + "\n")


def faults(folder: Path = VENDOR) -> list[str]:
    """Files that are not what vendor.json says, by name."""
    catalogue = json.loads((folder / CATALOGUE).read_text(encoding="utf-8"))
    return [
        entry["file"]
        for entry in catalogue
        if hashlib.sha256((folder / entry["file"]).read_bytes()).hexdigest() != entry["sha256"]
    ]


def _bundled(module: Module) -> tuple[str, list[str]]:
    """The module's code, its exports on the last line, and the packages that are in it, its own first."""
    task = {
        "contents": "\n".join(
            f'export {{ {", ".join(names)} }} from "./node_modules/{module.package}/{path}";'
            for path, names in module.exports.items()
        ),
        "replaced": {f"{module.package}/{path}": text for path, text in module.replaced.items()},
    }
    node = Path(sys.executable).with_name("node")
    made = subprocess.run(
        [node, NODE / "bundle.mjs"], input=json.dumps(task), capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise RuntimeError(made.stderr)
    result = json.loads(made.stdout)
    code, _, exports = result["code"].strip().rpartition("export{")
    code = f"{code}\nexport {{ {', '.join(exports.removesuffix('};').split(','))} }};\n"
    others = {_package_of(path) for path in result["inputs"]} - {module.package, ""}
    return code, [module.package, *sorted(others)]


def _package_of(path: str) -> str:
    """The package that a file in node_modules belongs to."""
    inside = path.rpartition("node_modules/")[2].split("/")
    return "/".join(inside[: 2 if inside[0].startswith("@") else 1]) if "node_modules/" in path else ""


def _about(name: str) -> dict[str, str]:
    locked = json.loads((NODE / "package-lock.json").read_text(encoding="utf-8"))["packages"][f"node_modules/{name}"]
    version = locked["version"]
    return {
        "name": name,
        "version": version,
        "licence": locked["license"],
        "source": f"https://registry.npmjs.org/{name}/-/{name.rpartition('/')[2]}-{version}.tgz",
        "integrity": locked["integrity"],
    }


def _header(module: Module, packages: Sequence[str]) -> str:
    about: Any = [(_about(name), _licence(name)) for name in packages]
    parts = [
        f"Written by tools/vendor_scripts.py from {packages[0]}: change nothing here.",
        *([module.notice] if module.notice else []),
        *(f"{package['name']} {package['version']} ({package['licence']})\n\n{text}" for package, text in about),
    ]
    return "/*!\n" + "\n\n".join(parts).replace("*/", "* /") + "\n*/"


def _licence(name: str) -> str:
    file = next(path for path in sorted((PACKAGES / name).iterdir()) if re.match("licen[cs]e", path.name.lower()))
    return re.sub(r"\r\n?", "\n", file.read_text(encoding="utf-8")).strip()


def _types(module: Module) -> str:
    exports = (
        f'export {{ {", ".join(sorted(names))} }} from "{_TO_PACKAGES}/{module.package}/{path}";\n'
        for path, names in module.types.items()
    )
    about = f"// Written by tools/vendor_scripts.py: the package's own types of what {module.file} exports.\n"
    return about + "".join(exports)


def _write(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
