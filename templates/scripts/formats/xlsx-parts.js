// How the parts of a workbook find each other.
import { ImportError } from "../core/values.js";
import { childrenOf, rootOf } from "./xml.js";

/** @typedef {import("./zip-reader.js").Archive} Archive */

/**
 * The path of the part that a workbook begins with.
 * @param {Archive} archive
 */
export function mainPart(archive) {
  if (!archive.has("_rels/.rels")) throw new ImportError("xlsx-other");
  const main = relationsOf(archive, "").find(({ kind }) => kind === "officeDocument")?.path;
  if (!main || !/workbook[^/]*\.xml$/i.test(main)) throw new ImportError("xlsx-other");
  return main;
}

/**
 * What a part relates to: the last word of the kind, and the path.
 * @param {Archive} archive
 * @param {string} path of the part; the package itself has none
 */
export function relationsOf(archive, path) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const file = `${folder}_rels/${path.slice(folder.length)}.rels`;
  if (!archive.has(file)) return [];
  return childrenOf(rootOf(archive.read(file)), "Relationship").map((relation) => ({
    id: relation.getAttribute("Id"),
    kind: (relation.getAttribute("Type") ?? "").replace(/^.*\//, ""),
    path: absolute(folder, relation.getAttribute("Target") ?? ""),
  }));
}

/**
 * A path inside the package; one that leads out of it leads to its top.
 * @param {string} folder
 * @param {string} target
 */
function absolute(folder, target) {
  /** @type {string[]} */
  const parts = [];
  for (const part of (/^[/\\]/.test(target) ? target : folder + target).split(/[/\\]/)) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
