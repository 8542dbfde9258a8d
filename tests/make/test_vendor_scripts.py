"""templates/scripts/vendor/: other people's modules, each just as the locked package makes it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tools import vendor_scripts
from tools.node_packages import INSTALLED
from tools.vendor_scripts import VENDOR


def test_every_file_is_what_its_hash_says() -> None:
    assert vendor_scripts.faults() == []


def test_a_file_that_somebody_changed_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(VENDOR, tmp_path / "vendor")
    file = folder / "fflate.js"
    file.write_bytes(file.read_bytes().replace(b"export {", b"alert(1);export {"))
    assert vendor_scripts.faults(folder) == ["fflate.js"]


def test_every_file_has_its_licence_and_version() -> None:
    for entry in json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8")):
        header = (VENDOR / entry["file"]).read_text(encoding="utf-8").partition("*/")[0]
        for package in (entry, *entry["includes"]):
            assert f"{package['name']} {package['version']} ({package['licence']})" in header
        assert "Permission is hereby granted" in header


def test_the_last_line_exports_by_name_and_nothing_else_is_imported_or_exported() -> None:
    for entry in json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8")):
        *code, exports = (VENDOR / entry["file"]).read_text(encoding="utf-8").rstrip().split("\n")
        assert re.fullmatch(r"export \{ \w+ as \w+(, \w+ as \w+)* \};", exports.replace("$", "_"))
        assert re.findall(r"as (\w+)", exports) == entry["exports"]
        assert not re.search(r"^(import|export)\b|\bimport\(|import\.meta|\beval\(|new Function", "\n".join(code), re.M)


def test_making_them_anew_changes_nothing(tmp_path: Path) -> None:
    if not INSTALLED.is_file():
        pytest.skip("Node-pakkene i tools/node er ikke lagt inn, så dette er ikke prøvd")
    vendor_scripts.write(tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in VENDOR.iterdir()}
