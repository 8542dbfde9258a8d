// Workbooks for Excel: sheets of one table each, to read, filter and fill in.
import { packed } from "./office-package.js";
import { columnName, headerRow, sheetXml, tableRange } from "./xlsx-sheet.js";
import { STYLES } from "./xlsx-styles.js";
import { escaped } from "./xml.js";

/** @typedef {string | number | boolean | {date: string} | null} Cell date: YYYY-MM-DD; what is no day is written as text */

/**
 * @typedef {object} Column
 * @property {string} header
 * @property {number} [width] in characters; else by what the column holds
 * @property {"text" | "number" | "date"} [kind] how cells look, empty ones too
 * @property {string[]} [choices] what a cell may hold, to choose from
 * @property {boolean} [allowsOthers] whether other texts than the choices may stand there too
 * @property {boolean} [hidden]
 */

/**
 * @typedef {object} Sheet
 * @property {string} name
 * @property {Column[]} columns
 * @property {Cell[][]} rows
 * @property {string[]} [above] lines over the table, the first of them large
 * @property {number} [spareRows] how many rows below the last keep the choices
 */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "vnd.openxmlformats-officedocument.spreadsheetml";
const LONGEST_NAME = 31;
const LONGEST_FORMULA = 255;
// The sheet with the choices that don't fit where they are used; nobody sees it.
const LISTS = "_lists";

/**
 * The file of a workbook. Nobody's name is in it, and the same content gives the same bytes.
 * @param {{title: string, sheets: Sheet[], created?: Date}} workbook
 * @returns {Uint8Array}
 */
export function writeWorkbook({ title, sheets, created }) {
  /** @type {Map<string, number>} */
  const strings = new Map();
  /** @type {string[][]} */
  const lists = [];
  const shared = {
    numberOf: (/** @type {string} */ text) => strings.get(text) ?? strings.set(text, strings.size).size - 1,
    choicesOf: (/** @type {string[]} */ choices) => choicesFormula(choices, lists),
  };
  const made = sheets.map((sheet, index) => sheetXml(sheet, index === 0, shared));
  const names = sheetNames(sheets);
  const all = sheets.map((sheet, index) => ({ ...sheet, name: names[index] ?? sheet.name }));
  if (lists.length > 0) {
    all.push(listsSheet(lists));
    made.push(sheetXml(listsSheet(lists), false, shared));
  }
  return packed({
    title,
    created,
    main: part("workbook", "officeDocument", "sheet.main", workbookXml(all)),
    others: [
      ...made.map((text, index) => part(`worksheets/sheet${index + 1}`, "worksheet", "worksheet", text)),
      part("styles", "styles", "styles", STYLES),
      part("sharedStrings", "sharedStrings", "sharedStrings", stringsXml([...strings.keys()])),
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
  return { path: `xl/${name}.xml`, kind, type: `${CONTENT}.${type}+xml`, text };
}

/**
 * The choices themselves where Excel can hold them in a formula, else where they stand in the sheet of lists.
 * @param {string[]} choices
 * @param {string[][]} lists
 */
function choicesFormula(choices, lists) {
  const formula = choices.join(",");
  const isPlain = choices.every((choice) => choice === choice.trim() && choice !== "" && !/[,"\r\n]/.test(choice));
  if (isPlain && formula.length <= LONGEST_FORMULA) return `"${formula}"`;
  const known = lists.findIndex((list) => list.join("\n") === choices.join("\n"));
  const index = known === -1 ? lists.push(choices) - 1 : known;
  const column = `$${columnName(index)}$`;
  return `${quoted(LISTS)}!${column}2:${column}${choices.length + 1}`;
}

/**
 * @param {string[][]} lists
 * @returns {Sheet}
 */
function listsSheet(lists) {
  const length = Math.max(...lists.map((list) => list.length));
  return {
    name: LISTS,
    columns: lists.map((_, index) => ({ header: String(index + 1) })),
    rows: Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null)),
  };
}

/** @param {Sheet[]} sheets */
function workbookXml(sheets) {
  const entries = sheets.map(({ name }, index) => {
    const hidden = name === LISTS ? ' state="veryHidden"' : "";
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const defined = sheets.map((sheet, index) => {
    const table = `${quoted(sheet.name)}!${tableRange(sheet, "$")}`;
    const header = `${quoted(sheet.name)}!$${headerRow(sheet)}:$${headerRow(sheet)}`;
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escaped(table)}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(header)}</definedName>`
    );
  });
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${entries.join("")}</sheets><definedNames>${defined.join("")}</definedNames></workbook>`,
  ].join("");
}

/**
 * Names that Excel takes: short, without its own signs, each once.
 * @param {Sheet[]} sheets
 */
function sheetNames(sheets) {
  const taken = new Set([LISTS]);
  return sheets.map(({ name }) => {
    const plain = name.replace(/[[\]:*?/\\\p{Cc}\s]+/gu, " ").trim().replace(/^'+|'+$/g, "") || "1";
    let made = plain.slice(0, LONGEST_NAME);
    for (let number = 2; taken.has(made.toLowerCase()); number += 1) {
      made = `${plain.slice(0, LONGEST_NAME - 1 - String(number).length)} ${number}`;
    }
    taken.add(made.toLowerCase());
    return made;
  });
}

/** @param {string} name */
function quoted(name) {
  return `'${name.replaceAll("'", "''")}'`;
}

/** @param {string[]} texts */
function stringsXml(texts) {
  const items = texts.map((text) => `<si><t xml:space="preserve">${escaped(excelText(text))}</t></si>`);
  return `<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${items.join("")}</sst>`;
}

/**
 * A text whose own «_x000A_» Excel doesn't take for a character by its number.
 * @param {string} text
 */
function excelText(text) {
  return text.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
