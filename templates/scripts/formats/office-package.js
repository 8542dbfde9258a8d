// What the files of Word and Excel have in common: parts of XML in a ZIP archive, by the rules of Open Packaging.
import { zipSync } from "../vendor/fflate.js";
import { DECLARATION, escaped } from "./xml.js";

/**
 * @typedef {object} Part
 * @property {string} path
 * @property {string} kind how what needs it is related to it: the last word, or the whole of it
 * @property {string} type after «application/»
 * @property {string} text
 */

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";

/**
 * The file of a package: the main part, with parts beside it that it knows as rId1, rId2 and so on. Nobody's name is in it,
 * and the same parts give the same bytes.
 * @param {{title: string, created?: Date, main: Part, others: Part[]}} content
 * @returns {Uint8Array}
 */
export function packed({ title, created, main, others }) {
  const properties = {
    path: "docProps/core.xml",
    kind: `${PACKAGE}/relationships/metadata/core-properties`,
    type: "vnd.openxmlformats-package.core-properties+xml",
    text: coreProperties(title, created),
  };
  const [folder, name] = main.path.split("/");
  return zipped([
    { path: "[Content_Types].xml", text: contentTypes([main, ...others, properties]) },
    { path: "_rels/.rels", text: relations([main, properties], "") },
    { path: `${folder}/_rels/${name}.rels`, text: relations(others, `${folder}/`) },
    main,
    ...others,
    properties,
  ]);
}

/** @param {{path: string, text: string}[]} parts */
function zipped(parts) {
  const encoder = new TextEncoder();
  const files = Object.fromEntries(parts.map(({ path, text }) => [path, encoder.encode(DECLARATION + text)]));
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** @param {Part[]} parts */
function contentTypes(parts) {
  const types = parts.map(({ path, type }) => `<Override PartName="/${path}" ContentType="application/${type}"/>`);
  const relationsType = "application/vnd.openxmlformats-package.relationships+xml";
  const first = `<Default Extension="rels" ContentType="${relationsType}"/>`;
  return `<Types xmlns="${PACKAGE}/content-types">${first}${types.join("")}</Types>`;
}

/**
 * @param {Part[]} parts
 * @param {string} folder that their paths are seen from
 */
function relations(parts, folder) {
  const made = parts.map(({ path, kind }, index) => {
    const type = kind.includes("/") ? kind : `${OFFICE}/relationships/${kind}`;
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${path.slice(folder.length)}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${made.join("")}</Relationships>`;
}

/**
 * @param {string} title
 * @param {Date} [created]
 */
function coreProperties(title, created) {
  const time = created?.toISOString().replace(/\.\d+/, "");
  const times = ["created", "modified"].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`,
  );
  const names = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  const said = `<dc:title>${escaped(title)}</dc:title><dc:language>nb-NO</dc:language>${time ? times.join("") : ""}`;
  return `<cp:coreProperties ${names.join(" ")}>${said}</cp:coreProperties>`;
}
