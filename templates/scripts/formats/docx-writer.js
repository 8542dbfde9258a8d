// Word documents of headings, paragraphs, lists and tables.
import { STYLES } from "./docx-styles.js";
import { packed } from "./office-package.js";
import { escaped } from "./xml.js";

/** @typedef {{kind: "heading", level: 1 | 2 | 3, text: string}} Heading */
/** @typedef {{kind: "paragraph", text: string, style?: "subtitle" | "notice" | "quote"}} Paragraph */
/** @typedef {{kind: "list", items: string[], ordered?: boolean}} List */

/**
 * @typedef {object} Table
 * @property {"table"} kind
 * @property {string[]} header
 * @property {string[][]} rows
 * @property {number[]} [widths] the columns' shares of the width
 * @property {boolean} [headerColumn] whether the first column heads the rows
 */

/** @typedef {{kind: "turn", lies: boolean}} Turn what follows stands on a new page, which lies or stands */

/** @typedef {Heading | Paragraph | List | Table | Turn} Block in all texts «\n» begins a new line */

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "vnd.openxmlformats-officedocument.wordprocessingml";
const LANGUAGE = "nb-NO";
// Measures in twentieths of a point: A4 with margins of 2.5 cm at the sides, as our other Word files.
const STANDING = { size: 'w:w="11906" w:h="16838"', width: 9070, footer: "rId4" };
const LYING = { size: 'w:w="16838" w:h="11906" w:orient="landscape"', width: 14002, footer: "rId5" };
const MARGINS =
  '<w:pgMar w:top="1247" w:right="1418" w:bottom="1134" w:left="1418" w:header="708" w:footer="600" w:gutter="0"/>';
const INDENT = 380;
const AFTER_TABLE = 160;
const ABOVE_HEADING = 360;
const HEADER_GROUND = "E3EFF3";
const STYLE_NAMES = { subtitle: "Subtitle", notice: "Notice", quote: "Quote" };
const BULLETS = { id: 1, format: "bullet", mark: "•" };
const NUMBERS = { id: 2, format: "decimal", mark: "%1." };

/**
 * The file of a document. Nobody's name is in it, and the same content gives the same bytes.
 * @param {{title: string, blocks: Block[], footer?: string, created?: Date}} document the title stands on top, the footer
 *   beside the page's number
 * @returns {Uint8Array}
 */
export function writeDocument({ title, blocks, footer = "", created }) {
  // The last number of a list is that of the bullets, which all bulleted lists share.
  let lists = BULLETS.id;
  let page = STANDING;
  const bodies = blocks.map((block, index) => {
    if (block.kind !== "turn") return blockXml(block, blocks[index - 1]?.kind === "table", () => (lists += 1), page.width);
    const before = page;
    page = block.lies ? LYING : STANDING;
    return lastOfPage(before);
  });
  // A document ends with a paragraph.
  const end = blocks.at(-1)?.kind === "table" ? paragraph("Normal", "") : "";
  const body = paragraph("Title", title) + bodies.join("") + end;
  const main = `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}${sectionXml(page)}</w:body></w:document>`;
  return packed({
    title,
    created,
    main: part("document", "officeDocument", "document.main", main),
    others: [
      part("styles", "styles", "styles", STYLES),
      part("numbering", "numbering", "numbering", numberingXml(lists)),
      part("settings", "settings", "settings", settingsXml()),
      part("footer1", "footer", "footer", footerXml(footer, STANDING.width)),
      part("footer2", "footer", "footer", footerXml(footer, LYING.width)),
    ],
  });
}

/**
 * @param {string} name
 * @param {string} kind
 * @param {string} type
 * @param {string} text
 */
function part(name, kind, type, text) {
  return { path: `word/${name}.xml`, kind, type: `${CONTENT}.${type}+xml`, text };
}

/** @param {typeof STANDING} page */
function sectionXml({ size, footer }) {
  return `<w:sectPr><w:footerReference w:type="default" r:id="${footer}"/><w:pgSz ${size}/>${MARGINS}</w:sectPr>`;
}

/**
 * What ends the pages that stand or lie alike. It takes no room, so that it never comes to be alone on a page.
 * @param {typeof STANDING} page
 */
function lastOfPage(page) {
  const small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
  return `<w:p><w:pPr><w:pStyle w:val="Normal"/>${small}${sectionXml(page)}</w:pPr></w:p>`;
}

/**
 * @param {Exclude<Block, Turn>} block
 * @param {boolean} isAfterTable
 * @param {() => number} newList the number of one more numbered list
 * @param {number} textWidth of the page
 * @returns {string}
 */
function blockXml(block, isAfterTable, newList, textWidth) {
  const space = isAfterTable ? `<w:spacing w:before="${AFTER_TABLE}"/>` : "";
  switch (block.kind) {
    case "heading":
      return paragraph(`Heading${block.level}`, block.text, block.level === 1 || isAfterTable ? `<w:spacing w:before="${ABOVE_HEADING}"/>` : "");
    case "paragraph":
      return paragraph(block.style ? STYLE_NAMES[block.style] : "Normal", block.text, space);
    case "list": {
      const style = block.ordered ? "ListNumber" : "ListBullet";
      const number = block.ordered ? newList() : BULLETS.id;
      const numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`;
      return block.items.map((item, index) => paragraph(style, item, numbered + (index === 0 ? space : ""))).join("");
    }
    case "table":
      // Word makes one table of two that nothing stands between.
      return (isAfterTable ? paragraph("Normal", "") : "") + tableXml(block, textWidth);
  }
}

/**
 * @param {string} style
 * @param {string} text
 * @param {string} [properties] of the paragraph
 * @param {string} [look] of its text
 */
function paragraph(style, text, properties = "", look = "") {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runXml(text, look)}</w:p>`;
}

/**
 * @param {string} text
 * @param {string} [look]
 */
function runXml(text, look = "") {
  if (!text) return "";
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const made = lines.map((line) => line.split("\t").map(textXml).join("<w:tab/>"));
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${made.join("<w:br/>")}</w:r>`;
}

/** @param {string} text */
function textXml(text) {
  return text ? `<w:t xml:space="preserve">${escaped(text)}</w:t>` : "";
}

/**
 * @param {Table} table
 * @param {number} textWidth
 */
function tableXml({ header, rows, widths, headerColumn = false }, textWidth) {
  if (header.length === 0) return "";
  const shares = header.map((_, index) => widths?.[index] ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => Math.round((textWidth * share) / whole));
  const look = `w:val="${headerColumn ? "00A0" : "0020"}" w:firstRow="1" w:firstColumn="${headerColumn ? 1 : 0}"`;
  const made = [
    rowXml(header, columns, "<w:cantSplit/><w:tblHeader/>", headerColumn),
    ...rows.map((row) => rowXml(row, columns, "<w:cantSplit/>", headerColumn)),
  ];
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>`,
    `<w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook ${look} w:noVBand="1"/></w:tblPr>`,
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${made.join("")}</w:tbl>`,
  ].join("");
}

/**
 * @param {string[]} cells
 * @param {number[]} columns their widths
 * @param {string} properties
 * @param {boolean} headerColumn
 */
function rowXml(cells, columns, properties, headerColumn) {
  const made = columns.map((width, index) => {
    const isHeader = headerColumn && index === 0;
    const shade = isHeader ? `<w:shd w:val="clear" w:color="auto" w:fill="${HEADER_GROUND}"/>` : "";
    const text = paragraph("Normal", cells[index] ?? "", "", isHeader ? "<w:b/>" : "");
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${text}</w:tc>`;
  });
  return `<w:tr><w:trPr>${properties}</w:trPr>${made.join("")}</w:tr>`;
}

/** @param {number} lists the number of the last list */
function numberingXml(lists) {
  const kinds = [BULLETS, NUMBERS].map(
    ({ id, format, mark }) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">` +
      `<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="${INDENT}" w:hanging="${INDENT}"/></w:pPr></w:lvl></w:abstractNum>`,
  );
  const bullets = `<w:num w:numId="${BULLETS.id}"><w:abstractNumId w:val="${BULLETS.id}"/></w:num>`;
  const numbers = Array.from({ length: lists - BULLETS.id }, (_, index) => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    return `<w:num w:numId="${BULLETS.id + 1 + index}"><w:abstractNumId w:val="${NUMBERS.id}"/>${restart}</w:num>`;
  });
  return `<w:numbering xmlns:w="${WORD}">${kinds.join("")}${bullets}${numbers.join("")}</w:numbering>`;
}

function settingsXml() {
  return [
    `<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat>`,
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    `<w:themeFontLang w:val="${LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`,
  ].join("");
}

/**
 * @param {string} text
 * @param {number} textWidth
 */
function footerXml(text, textWidth) {
  const properties = `<w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>`;
  const number = '<w:r><w:tab/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>';
  return `<w:ftr xmlns:w="${WORD}"><w:p><w:pPr>${properties}</w:pPr>${runXml(text)}${number}</w:p></w:ftr>`;
}
