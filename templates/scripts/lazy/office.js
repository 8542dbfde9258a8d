// What reads and writes files of Excel and Word: loaded when somebody asks for one.
import { writeDocument } from "../formats/docx-writer.js";
import { dayOf } from "../formats/xlsx-dates.js";
import { MOST_WORKBOOK_BYTES, readWorkbook } from "../formats/xlsx-reader.js";
import { writeWorkbook } from "../formats/xlsx-writer.js";

export { MOST_WORKBOOK_BYTES, dayOf, readWorkbook, writeDocument, writeWorkbook };
