// The answers of several people, from many files at once: where they differ, and what they begin with together.

import { MOST_BYTES, readFile } from "../core/document-file.js";
import { roadmap } from "../core/roadmap-data.js";
import { onChosenFiles } from "../page/chosen-files.js";
import { announce, element, one } from "../page/dom.js";
import { say, sayCount } from "../page/texts.js";
import { assessmentKind } from "./assessment-kind.js";
import { SEVERAL, sharedText } from "./comparison.js";
import { todays } from "./judgement.js";
import { withFiles } from "./people.js";
import { disagreements, sharedAnswers, spreads } from "./spread.js";
import { answerInText, inARow, statementText } from "./words.js";

/** @import { AssessmentData } from "./assessment-kind.js" */
/** @import { Person } from "./people.js" */
/** @import { Spread } from "./spread.js" */

/** How many differences stand in the page before somebody asks for all; the style sheet knows it too. */
const FIRST = 5;

/** @typedef {{answers: Record<string, string>, notes: Record<string, string>, label: string}} Voice */

/**
 * @param {HTMLElement} section where files are chosen
 * @param {HTMLElement} result where it shows how they differ
 * @param {{own: () => AssessmentData | null, changed: () => void, add: (data: AssessmentData) => void}} means
 */
export const peopleView = (section, result, { own, changed, add }) => {
  const status = one("[data-people-status]", section);
  const withOwn = /** @type {HTMLInputElement} */ (one("[data-own]", section));
  const input = /** @type {HTMLInputElement} */ (one("input[type=file]", section));
  const drop = one("[data-drop]", section);
  const more = one("[data-differences-more]", result);
  const moreButton = one("button", more);
  const isAllShown = () => moreButton.getAttribute("aria-expanded") === "true";
  /** @type {Person[]} */ let people = [];

  /** @returns {Voice[]} */
  const voices = () => {
    const mine = withOwn.checked ? own() : null;
    return [
      ...people.map(({ number, content }) => ({ ...content, label: say("person", { number }) })),
      ...(mine ? [{ answers: mine.answers, notes: mine.notes, label: say("person-own") }] : []),
    ].map((voice) => ({ ...voice, answers: todays(roadmap, voice.answers), notes: todays(roadmap, voice.notes) }));
  };

  /** @returns {Spread[]} */
  const groupSpreads = () => (people.length ? spreads(roadmap, voices().map(({ answers }) => answers)) : []);

  let taken = Promise.resolve();
  /** Files that come while others are read wait for them. @param {Iterable<File>} files */
  const take = (files) => {
    const all = [...files];
    taken = taken.then(() => takeIn(all));
    return taken;
  };

  /** @param {File[]} files */
  const takeIn = async (files) => {
    const before = people.length;
    const { version, date } = roadmap.edition;
    const found = await withFiles(people, files.map(chosen), {
      read: (text) => readFile(text, assessmentKind),
      edition: `${version}, ${date}`,
      mostBytes: MOST_BYTES,
      statements: new Set(roadmap.steps.flatMap((step) => step.statements.map(({ id }) => id))),
    });
    const added = found.people.slice(before);
    // Somebody may have been taken out meanwhile.
    people = [...people, ...added];
    const list = one("[data-people-messages]", section);
    list.replaceChildren(...found.messages.map(({ key, values }) => element("li", {}, [messageText(key, values)])));
    list.hidden = found.messages.length === 0;
    announce(status, added.length ? sayCount("people-added", added.length) : say("people-none-added"));
    changed();
  };

  const showPeople = () => {
    const removeButton = (/** @type {Person} */ person) => {
      const button = element("button", { type: "button", class: "button" }, [say("person-remove")]);
      button.setAttribute("aria-label", say("person-remove-label", { number: person.number }));
      button.addEventListener("click", () => {
        people = people.filter((other) => other !== person);
        announce(status, say("person-removed", { number: person.number }));
        changed();
        drop.focus();
      });
      return button;
    };
    const list = one("[data-people]", section);
    list.replaceChildren(
      ...people.map((person) => {
        const count = Object.keys(person.content.answers).length;
        return element("li", {}, [element("span", {}, [sayCount("person-line", count, { number: person.number })]), removeButton(person)]);
      }),
    );
    list.hidden = people.length === 0;
    one("[data-group]", section).hidden = people.length === 0;
  };

  onChosenFiles(input, take);
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("drop--over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("drop--over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("drop--over");
    void take(event.dataTransfer?.files ?? []);
  });
  withOwn.addEventListener("change", changed);
  moreButton.addEventListener("click", () => {
    const isShort = one("[data-differences-list]", result).classList.toggle("differences--short");
    moreButton.setAttribute("aria-expanded", String(!isShort));
    changed();
  });
  one("[data-common]", section).addEventListener("click", () => {
    const mine = own()?.unit ?? "";
    const units = [...people.map(({ content }) => content.unit), ...(withOwn.checked ? [mine] : [])];
    const unit = sharedText(units) || mine;
    const data = { ...assessmentKind.empty(), unit, by: SEVERAL, answers: sharedAnswers(voices().map(({ answers }) => answers)) };
    withOwn.checked = false;
    add(data);
    announce(status, sayCount("common-made", Object.keys(data.answers).length));
  });

  return {
    groupSpreads,
    /** What others wrote, which the result shows. */
    notes: () =>
      voices().flatMap(({ label, notes }) => Object.entries(notes).map(([id, text]) => ({ where: say("note-where", { label, statement: statementText(roadmap, id) }), text }))),
    hasPeople: () => people.length > 0,
    show() {
      showPeople();
      const part = one("[data-differences]", result);
      const all = groupSpreads();
      part.hidden = all.length === 0;
      one("[data-paper-differences-part]", result).hidden = disagreements(all).length === 0;
      if (part.hidden) return;
      const apart = disagreements(all);
      const shared = all.filter((spread) => spread.shared !== null);
      const heard = voices();
      const [first] = apart;
      one("[data-differences-first]", part).textContent = first
        ? say("differences-first", { statement: statementText(roadmap, first.statement), said: saidText(first) })
        : say("differences-none");
      one("[data-differences-about]", part).textContent = sayCount("differences-about", apart.length, {
        people: heard.length,
        shared: shared.length,
        all: all.length,
      });
      const rest = all.length - apart.length - shared.length;
      one("[data-differences-rest]", part).textContent = rest ? sayCount("differences-rest", rest) : "";
      one("[data-differences-list]", part).replaceChildren(...apart.map((spread) => difference(spread, heard)));
      one("[data-paper-differences]", result).replaceChildren(...apart.slice(0, FIRST).map(shortDifference));
      more.hidden = apart.length <= FIRST;
      moreButton.textContent = isAllShown() ? say("differences-few") : say("differences-all", { count: apart.length });
    },
  };
};

/**
 * @param {File} file
 */
const chosen = (file) => ({ name: file.name, size: file.size, text: () => file.text() });

/**
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
const messageText = (key, values) => {
  const text = say(key, values);
  return key.startsWith("file-") ? say("people-file", { file: values.file ?? "", message: text }) : text;
};

/** @param {Spread} spread */
const saidText = ({ counts }) => inARow(counts.map(({ answer, count }) => say("said", { count, answer: answerInText(roadmap, answer) })));

/** @param {Spread} spread */
const shortDifference = (spread) =>
  element("li", {}, [`${statementText(roadmap, spread.statement)} `, element("strong", {}, [say("difference-short", { letter: spread.letter, said: saidText(spread) })])]);

/**
 * @param {Spread} spread
 * @param {Voice[]} heard
 */
const difference = ({ statement, letter, counts, silent }, heard) => {
  const most = Math.max(...counts.map(({ count }) => count));
  const isAlone = counts.filter(({ count }) => count === most).length === 1;
  const notes = heard.flatMap(({ label, notes: written }) =>
    Object.hasOwn(written, statement) ? [say("note-of", { label, note: written[statement] ?? "" })] : [],
  );
  return element("li", { class: "difference" }, [
    element("p", { class: "difference__statement" }, [
      element("a", { href: `#pastand-${statement}` }, [statementText(roadmap, statement)]),
      " ",
      element("span", { class: "tag" }, [say("difference-step", { letter })]),
    ]),
    element("ul", { class: "difference__counts" }, [
      ...counts.map(({ answer, count }) =>
        element("li", isAlone && count === most ? { class: "difference__most" } : {}, [say("said", { count, answer: answerInText(roadmap, answer) })]),
      ),
      ...(silent ? [element("li", {}, [sayCount("said-silent", silent)])] : []),
    ]),
    ...notes.map((note) => element("p", { class: "difference__note" }, [note])),
  ]);
};
