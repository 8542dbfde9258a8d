// What the site knows of the roadmap, from assets/roadmap-data.js.

/** @import { RoadmapData, Measure } from "../types.d.ts" */

/** @type {RoadmapData} */
export const roadmap = globalThis.roadmapData;

/**
 * The address of a page or file of the site. One opened from the disk has no server that finds the page in a folder.
 * @param {string} url from the root of the site
 */
export const pageUrl = (url) => {
  const root = new URL(document.documentElement.dataset.root ?? ".", location.href);
  const [path = "", anchor = ""] = url.split("#");
  const name = root.protocol === "file:" && /(^|\/)$/.test(path) ? `${path}index.html` : path;
  return new URL(anchor ? `${name}#${anchor}` : name, root).href;
};

/** Where the site lives: as its operator says, or as it was reached; nothing when it was opened from the disk. */
export const siteUrl = () => roadmap.siteUrl || (location.protocol === "file:" ? "" : pageUrl(""));

/**
 * Today's id of what somebody wrote down: the id itself, or what it was renamed to.
 * @param {RoadmapData} data
 * @param {string} id
 */
export const currentId = (data, id) => (Object.hasOwn(data.renamed, id) ? /** @type {string} */ (data.renamed[id]) : id);

/**
 * @param {RoadmapData} data
 * @returns {Map<string, Measure>}
 */
export const measuresById = (data) => new Map(data.measures.map((measure) => [measure.id, measure]));
