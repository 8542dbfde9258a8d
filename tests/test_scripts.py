"""The scripts of the tools: their modules by themselves in Node, their types, and how they are put together."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.errors import OutputError
from roadmap.site.script_bundle import bundle
from tests.conftest import ROOT
from tools.node_packages import FOLDER, node_program

PACKAGES = FOLDER / "node_modules"
SCRIPTS = ROOT / "templates/scripts"
NODE = Path(sys.executable).with_name("node")
TESTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/scripts").rglob("*.test.js"))


def run_node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([NODE, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("file", TESTS)
def test_modules_do_what_their_tests_say(file: str) -> None:
    result = run_node("--test", "--test-reporter=tap", file)
    assert result.returncode == 0, result.stdout
    assert "\n# pass 0\n" not in result.stdout


def test_types_hold() -> None:
    program = node_program("tsc")
    if program is None:
        pytest.skip("TypeScript er ikke installert")
    result = subprocess.run([*program, "-p", FOLDER / "tsconfig.json"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def written(folder: Path, **modules: str) -> Path:
    for name, source in modules.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return folder


def test_a_bundle_runs_each_module_once_in_the_order_of_need(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        entry='// Begins here.\nimport { two, three as drei } from "./b.js";\nimport {\n  log,\n} from "./c.js";\n\n'
        "export const all = () => [two, drei(), log.length];\n",
        b='import { log } from "./c.js";\n\nlog.push("b");\nconst one = 1;\nexport const two = one + 1;\n'
        "export function three() {\n  return 3;\n}\n",
        c='const log = ["c"];\nclass Own {}\nexport { log, Own as Other };\n',
    )
    script = tmp_path / "bundle.js"
    script.write_bytes(bundle(folder, "entry.js", "tried") + b"console.log(JSON.stringify(veikart.tried.all()));")
    result = run_node(script)
    assert result.stdout == "[2,3,2]\n", result.stderr


def test_a_bundle_is_smaller_and_says_the_same(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        entry="// A comment with a ` in it.\nconst quote = '`';\nconst pattern = /[`/]{2}/;\n"
        "const nested = (a) => `x${a ? ` y  ${`z ${a}` + '}'}` : \"\"} ${{ a }.a} end`;\n"
        "const isQuote = (text) => {\n  return /[`\"]/.test(text) ? `a  b` : '';\n};\n"
        "export const all = () => [isQuote(quote), quote, pattern.source, nested(1), `a  \\` b`]; // The end.\n",
    )
    bundled = bundle(folder, "entry.js", "tried")
    assert b"comment" not in bundled
    assert b"The end" not in bundled
    script = tmp_path / "bundle.js"
    script.write_bytes(bundled + b"console.log(JSON.stringify(veikart.tried.all()));")
    result = run_node(script)
    assert result.stdout == '["a  b","`","[`/]{2}","x y  z 1} 1 end","a  ` b"]\n', result.stderr


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"entry": 'import { a } from "./missing.js";\n'}, "missing.js: modulen finnes ikke"),
        ({"entry": 'import { a } from "./b.js";\n', "b": 'import { b } from "./entry.js";\n'}, "i ring"),
        ({"entry": 'import all from "./b.js";\n', "b": "export const a = 1;\n"}, "import all from"),
        ({"entry": 'const a = 1;\nimport { b } from "./b.js";\n', "b": "export const b = 1;\n"}, "import { b }"),
        ({"entry": "export let a = 1;\n"}, "export let a"),
        ({"entry": "export default 1;\n"}, "export default 1"),
    ],
)
def test_a_module_that_can_not_be_put_together_is_named(tmp_path: Path, modules: dict[str, str], said: str) -> None:
    with pytest.raises(OutputError, match=said):
        bundle(written(tmp_path, **modules), "entry.js")


def test_every_script_can_be_put_together() -> None:
    entries = [*(SCRIPTS / "tools").glob("*.js"), *(SCRIPTS / "lazy").glob("*.js"), *(SCRIPTS / "site").glob("*.js")]
    for entry in entries:
        assert bundle(SCRIPTS, entry.relative_to(SCRIPTS).as_posix())


def test_a_bundle_says_what_its_modules_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking out comments and blanks changes no text: not even in a template within another, which it does not know."""
    if not (PACKAGES / "esbuild").is_dir():
        pytest.skip("esbuild er ikke installert")
    entries = [path.relative_to(SCRIPTS).as_posix() for path in sorted(SCRIPTS.glob("*/*.js"))]
    entries = [entry for entry in entries if entry.partition("/")[0] in ("tools", "lazy", "site")]
    small = [bundle(SCRIPTS, entry).decode() for entry in entries]
    monkeypatch.setattr("rjsmin.jsmin", lambda script: script)
    whole = [bundle(SCRIPTS, entry).decode() for entry in entries]
    assert dict(zip(entries, _normalised(small), strict=True)) == dict(zip(entries, _normalised(whole), strict=True))


def _normalised(scripts: list[str]) -> list[str]:
    """The scripts as esbuild writes them, which takes no heed of comments and blanks."""
    code = (
        f"const {{ transformSync }} = require({json.dumps(str(PACKAGES / 'esbuild'))});"
        "const scripts = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));"
        "const options = { minifyWhitespace: true, legalComments: 'none' };"
        "console.log(JSON.stringify(scripts.map((one) => transformSync(one, options).code)));"
    )
    result = subprocess.run([NODE, "-e", code], input=json.dumps(scripts), capture_output=True, text=True, check=True)
    normalised: list[str] = json.loads(result.stdout)
    return normalised
