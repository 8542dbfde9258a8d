/**
 * The minutes of a meeting, made of its answers: the twin of roadmap/guide/minutes.py and templates/guide/minutes.md.j2.
 * Both take their words from templates/guide/minutes.yml, and give the same Markdown for the same answers.
 *
 * @typedef {import("./types.d.ts").Answers} Answers
 * @typedef {import("./types.d.ts").Block} Block
 * @typedef {import("./types.d.ts").GuideChapter} GuideChapter
 * @typedef {import("./types.d.ts").GuideQuestion} GuideQuestion
 * @typedef {import("./types.d.ts").GuideSheet} GuideSheet
 * @typedef {import("./types.d.ts").MeetingData} MeetingData
 * @typedef {import("./types.d.ts").Span} Span
 * @typedef {import("./reading.js").Reading} Reading
 */

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @param {Reading} reading
 * @param {Block[]} [head] what stands below the title, which only a page knows
 * @returns {Block[]}
 */
export function minutes(answers, guide, reading, head = []) {
  const { words } = guide;
  return [
    heading(1, [said(words.title)]),
    ...head,
    ...edition(answers, guide),
    ...decisions(answers, guide, reading),
    ...guide.chapters.flatMap((chapter) => chapterBlocks(answers, guide, chapter, reading)),
    ...checklist(answers, guide),
    ...listed(
      words.former,
      answers.former.map(({ title, text }) => [bold(title), boldSaid(":"), said(" "), typed(onOneLine(text))]),
    ),
    ...listed(
      words.unreadable,
      answers.unreadable.map((title) => [typed(title)]),
    ),
    ...listed(
      words.owed,
      unanswered(answers, guide, (question) => question.isOwed),
    ),
    ...starred(answers, guide),
  ];
}

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @returns {Block[]}
 */
function edition(answers, guide) {
  if (!answers.edition) return [];
  const key = answers.edition === guide.unknownEdition ? "no_edition" : "other_edition";
  return [paragraph([filled(guide.words[key], { edition: answers.edition, current: guide.edition })])];
}

/**
 * What each worksheet that decides something has decided, where that is anything.
 *
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @param {Reading} reading
 * @returns {Block[]}
 */
function decisions(answers, guide, reading) {
  const found = guide.sheets.flatMap((sheet) => {
    const rows = filledRows(answers, sheet);
    return sheet.decides.flatMap((decision) => {
      const chosen = rows.filter(
        (cells) =>
          cells[0] &&
          decision.answers.includes(reading.folded(cells[decision.column] ?? "").replace(/^[ .!]+|[ .!]+$/g, "")),
      );
      if (!chosen.length) return [];
      const names = chosen.flatMap(([name = ""], index) => [...(index ? [said("; ")] : []), typed(name)]);
      return [paragraph([[bold(decision.title), boldSaid(":"), said(" "), ...names]])];
    });
  });
  return found.length ? [heading(2, [said(guide.words.decided)]), ...found] : [];
}

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @param {GuideChapter} chapter
 * @param {Reading} reading
 * @returns {Block[]}
 */
function chapterBlocks(answers, guide, chapter, reading) {
  const blocks = [
    ...chapter.questions.flatMap((question) => answerBlocks(answers, guide, question, reading)),
    ...guide.sheets.filter((sheet) => chapter.sheets.includes(sheet.id)).flatMap((sheet) => table(answers, sheet)),
  ];
  return blocks.length ? [heading(2, [said(`${chapter.number} `), typed(chapter.title)]), ...blocks] : [];
}

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @param {GuideQuestion} question
 * @param {Reading} reading
 * @returns {Block[]}
 */
function answerBlocks(answers, guide, question, reading) {
  const { choice, text } = answerTo(answers, question);
  if (!choice && !text) return [];
  /** @type {Block[]} */
  const blocks = [heading(3, [said(`${question.number} `), typed(question.text)])];
  if (choice && question.scale) {
    const values = { choice, points: guide.points, low: question.scale.low, high: question.scale.high };
    blocks.push(paragraph([filled(guide.words.scale, values).map((span) => ({ ...span, isBold: true }))]));
  } else if (choice) {
    blocks.push(paragraph([[bold(choice)]]));
  }
  const lines = text.split("\n").filter((line) => reading.strip(line));
  return lines.length ? [...blocks, paragraph(lines.map((line) => [typed(line)]))] : blocks;
}

/**
 * The rows and the columns of a worksheet in which something is written.
 *
 * @param {Answers} answers
 * @param {GuideSheet} sheet
 * @returns {Block[]}
 */
function table(answers, sheet) {
  const rows = filledRows(answers, sheet);
  if (!rows.length) return [];
  const isFilled = sheet.columns.map((_, index) => rows.some((row) => row[index]));
  const columns = sheet.columns.filter((_, index) => isFilled[index]).map((column) => column.title);
  const cells = rows.map((row) => row.filter((_, index) => isFilled[index]));
  return [heading(3, [typed(sheet.title)]), { kind: "table", columns, rows: cells }];
}

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @returns {Block[]}
 */
function checklist(answers, guide) {
  const { words } = guide;
  const items = guide.checklist.groups.flatMap((group) => {
    const met = group.checks.filter((check) => answers.texts.has(`krav/${group.id}/${check}`)).length;
    const missing = answers.texts.get(`mangler/${group.id}`) ?? "";
    if (!met && !missing) return [];
    const state = filled(words.in_order, { met, count: group.checks.length });
    const rest = missing ? [said(" "), ...filled(words.missing, { missing: onOneLine(missing) })] : [];
    return [[bold(group.title), boldSaid(":"), said(" "), ...state, ...rest]];
  });
  return items.length ? [heading(2, [typed(guide.checklist.title)]), { kind: "list", items }] : [];
}

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @returns {Block[]}
 */
function starred(answers, guide) {
  const items = unanswered(answers, guide, (question) => question.isStarred);
  if (items.length) return listed(guide.words.unanswered, items);
  return [heading(2, [said(guide.words.unanswered)]), paragraph([[said(guide.words.all_answered)]])];
}

/**
 * @param {Answers} answers
 * @param {MeetingData} guide
 * @param {(question: GuideQuestion) => boolean} isAsked
 */
function unanswered(answers, guide, isAsked) {
  return guide.chapters
    .flatMap((chapter) => chapter.questions)
    .filter((question) => isAsked(question) && !isAnswered(answers, question))
    .map((question) => [said(`${question.number} `), typed(question.text)]);
}

/**
 * Whether something was chosen or written in answer to a question.
 *
 * @param {Answers} answers
 * @param {GuideQuestion} question
 */
export function isAnswered(answers, question) {
  return Object.values(answerTo(answers, question)).some(Boolean);
}

/**
 * @param {Answers} answers
 * @param {GuideQuestion} question
 */
function answerTo(answers, question) {
  return {
    choice: answers.texts.get(`valg/${question.id}`) ?? "",
    text: answers.texts.get(`svar/${question.id}`) ?? "",
  };
}

/**
 * The cells of the rows where something is written, each on one line.
 *
 * @param {Answers} answers
 * @param {GuideSheet} sheet
 */
function filledRows(answers, sheet) {
  return sheet.rows.flatMap((row) => {
    const written = sheet.columns.map((column) => answers.texts.get(`ark/${sheet.id}/${row.id}/${column.id}`));
    if (written.every((text) => text === undefined)) return [];
    const cells = written.map((text) => onOneLine(text ?? ""));
    return [row.title ? [row.title, ...cells.slice(1)] : cells];
  });
}

/** @param {string} text */
function onOneLine(text) {
  return text.split("\n").join(" / ");
}

/**
 * @param {string | undefined} title
 * @param {Span[][]} items
 * @returns {Block[]}
 */
function listed(title, items) {
  return items.length ? [heading(2, [said(title)]), { kind: "list", items }] : [];
}

/**
 * Words of the guide, and between them what is filled in.
 *
 * @param {string | undefined} text
 * @param {Record<string, string | number>} values
 * @returns {Span[]}
 */
function filled(text, values) {
  // What stands in braces is at every second place.
  const parts = (text ?? "").split(/\{(\w+)\}/);
  return parts
    .map((part, index) => (index % 2 ? typed(String(values[part])) : said(part)))
    .filter((span) => span.text !== "");
}

/** @param {1 | 2 | 3} level  @param {Span[]} spans  @returns {Block} */
function heading(level, spans) {
  return { kind: "heading", level, spans };
}

/** @param {Span[][]} lines  @returns {Block} */
function paragraph(lines) {
  return { kind: "paragraph", lines };
}

/** @param {string | undefined} text  @returns {Span} */
function said(text) {
  return { text: text ?? "", isSaid: true };
}

/** @param {string} text  @returns {Span} */
function boldSaid(text) {
  return { text, isSaid: true, isBold: true };
}

/** @param {string} text  @returns {Span} */
function typed(text) {
  return { text };
}

/** @param {string} text  @returns {Span} */
function bold(text) {
  return { text, isBold: true };
}
