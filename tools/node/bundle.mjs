// Bundles packages as one ES module for tools/vendor_scripts.py, with only what that module exports.
//
// Reads {contents, replaced} from standard input: the text of a module, and the text that takes the place of files of the
// packages, by the end of their paths. Writes {code, inputs} to standard output: the bundle, and the files that are in it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { contents, replaced } = JSON.parse(readFileSync(0, "utf8"));
const folder = fileURLToPath(new URL(".", import.meta.url));

const replacing = {
  name: "replacing",
  setup(bundle) {
    for (const [path, text] of Object.entries(replaced)) {
      const filter = new RegExp(`/${path.replaceAll(".", "\\.")}$`);
      bundle.onLoad({ filter }, () => ({ contents: text, loader: "js" }));
    }
  },
};

const { outputFiles, metafile } = await build({
  stdin: { contents, resolveDir: folder },
  absWorkingDir: folder,
  preserveSymlinks: true,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "ascii",
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
  plugins: [replacing],
});
const [output] = Object.values(metafile.outputs);
const inputs = Object.keys(output.inputs).filter((path) => output.inputs[path].bytesInOutput > 0);
process.stdout.write(JSON.stringify({ code: outputFiles[0].text, inputs }));
