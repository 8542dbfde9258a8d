// What tells who a person is, found in a text as roadmap/privacy finds it; a test holds the two to each other.
const privateData = (() => {
  const { patterns, nobodysDate, allowed, places, conditions, digits: otherDigits } = privateRules;

  // Python's boundary of a word, which knows more letters than that of a browser.
  const LETTER = "[\\p{L}\\p{N}_]";
  const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;
  const compiled = (pattern, flags) => new RegExp(pattern.replaceAll("\\b", BOUNDARY), `${flags}u`);

  // A text as it is shown, and where in it, as it is written, each of its units begins.
  const WRITTEN_OTHERWISE =
    /&(?:#[0-9]{1,32}|#[xX][0-9A-Fa-f]{1,32}|[A-Za-z][A-Za-z0-9]{1,30});?|%([0-9A-Fa-f]{2})|[^\x00-\x7f]/gu;
  const MARKUP = /<!--.{0,300}?-->|<\/?[A-Za-z][^<>]{0,200}>|\]\([^()\n]{0,500}\)|\]\[[^[\]\n]{0,100}\]|[[\]*_`\\]/gsu;
  const DASH = /^[\u2010-\u2015\u2212\uFE63\uFF0D]$/u;
  const UNSEEN = /^[\p{Cf}\p{Mn}\p{Me}]$/u;

  const plainDigit = (character) => {
    if (character in otherDigits) return String(otherDigits[character]);
    if (/^\p{Zs}$/u.test(character)) return " ";
    if (!/^\p{Nd}$/u.test(character)) return character;
    // The digits of a script lie side by side, from its zero on.
    const code = character.codePointAt(0);
    let zero = code;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  };

  const shownCharacter = (character) => {
    if (DASH.test(character)) return "-";
    if (UNSEEN.test(character)) return "";
    // The mark of a footnote is no digit of the number before it.
    if (/^\p{No}$/u.test(character) && character.normalize("NFKC") !== character) return " ";
    return [...character.normalize("NFKC")].map(plainDigit).join("");
  };

  const isNoCharacter = (code) =>
    (code >= 1 && code <= 8) || code === 11 || (code >= 14 && code <= 31) || code === 127 || (code & 0xfffe) === 0xfffe;

  const resolved = (written, percent) => {
    if (percent) {
      const code = parseInt(percent, 16);
      // The bytes of what sets digits apart, in an address, are read as spaces.
      return code >= 0x21 && code <= 0x7e ? String.fromCharCode(code) : " ";
    }
    if (!written.startsWith("&")) return written;
    const number = written.match(/^&#(?:x([0-9a-f]+)|([0-9]+))/i);
    if (number && isNoCharacter(number[1] ? parseInt(number[1], 16) : Number(number[2]))) return "";
    return new DOMParser().parseFromString(`<p>.${written}`, "text/html").querySelector("p").textContent.slice(1);
  };

  const plain = (text) => {
    let shown = "";
    const offsets = [];
    const add = (part, offsetOf) => {
      for (let unit = 0; unit < part.length; unit += 1) offsets.push(offsetOf(unit));
      shown += part;
    };
    let end = 0;
    for (const match of text.matchAll(WRITTEN_OTHERWISE)) {
      const from = end;
      add(text.slice(from, match.index), (unit) => from + unit);
      add([...resolved(match[0], match[1])].map(shownCharacter).join(""), () => match.index);
      end = match.index + match[0].length;
    }
    add(text.slice(end), (unit) => end + unit);
    return { text: shown, offsets };
  };

  const withoutMarkup = ({ text, offsets }) => {
    const kept = [];
    let end = 0;
    for (const match of text.matchAll(MARKUP)) {
      for (; end < match.index; end += 1) kept.push(end);
      end = match.index + match[0].length;
    }
    for (; end < text.length; end += 1) kept.push(end);
    return { text: kept.map((place) => text[place]).join(""), offsets: kept.map((place) => offsets[place]) };
  };

  const readings = (text) => {
    const shown = plain(text);
    const bare = withoutMarkup(shown);
    return bare.text === shown.text ? [shown] : [shown, bare];
  };

  // Identity numbers: a date of birth, three digits and two check digits, by the old rule or the coming one.
  const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
  const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
  const weighed = (digits, weights) => weights.reduce((sum, weight, place) => sum + weight * digits[place], 0);
  const isDate = (day, month, year) =>
    month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1] - (month === 2 && year % 4 !== 0);

  const mayBeIdentityNumber = (digits) => {
    const [day, month, year] = [0, 2, 4].map((place) => Number(digits.slice(place, place + 2)));
    return [0, 40].some((dayAdded) => [0, 40, 65, 80].some((added) => isDate(day - dayAdded, month - added, year)));
  };

  const isIdentityNumber = (digits) =>
    (mayBeIdentityNumber(digits) || "89".includes(digits[0])) &&
    weighed(digits, FIRST_WEIGHTS) % 11 < 4 &&
    weighed(digits, SECOND_WEIGHTS) % 11 === 0;

  // Groups of digits, and which of them, side by side, may be one number.
  const APART = /^[\s.\-/_*>'"\\]{1,400}$/;
  const BETWEEN = /^[^0-9A-Za-zÀ-ÖØ-öø-ÿ]{1,400}$/u;
  const SHAPES = ["11", "6,5", "2,2,2,5", "2,2,2,3,2", "6,3,2", "4,2,5"];
  const SHAPES_WITH_CENTURY = ["8,5", "2,2,4,5", "4,2,2,5", "4,4,5"];
  const PHONE_SHAPES = ["8", "3,2,3", "2,2,2,2", "4,4"];
  // Dates and items of a list, whose digits are no number together.
  const FIGURES = /(?:^|[^0-9])[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}(?:[^0-9]|$)|\n[ \t>]*[-*] /;
  // «10 500–400 000» is a range only where it is said to be of money: an identity number can be set like it.
  const RANGE = /^[1-9][0-9]{0,2}(?: [0-9]{3})+ ?- ?[1-9][0-9]{0,2}(?: [0-9]{3})+$/;
  const MONEY_BEFORE = /\b(?:kr|kroner|nok)\.?\s{0,3}$/i;
  const MONEY_AFTER = /^\s{0,3}(?:kr|kroner|nok)\b/i;
  // What tells a number of something else, right before it.
  const OTHER_NUMBER = /(?:pmid|issn|isbn|eqs|doi)[^\n0-9]{0,20}(?:[0-9]{1,5}-)*$/i;
  const STEPS = [1, 2, 5, 10];
  const PHONE_SEPARATOR = /^(?:[ .-]?|[ \t]*\n[ \t>]*)$/;
  const NO_PHONE = /^(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d{2})$/;

  const groupsOf = (text) => {
    const groups = [...text.matchAll(/[0-9]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    groups.forEach((group, index) => {
      const before = groups[index - 1];
      const between = before && text.slice(before.end, group.start);
      const isApart = before && APART.test(between);
      group.run = before ? before.run + !isApart : 0;
      group.looseRun = before ? before.looseRun + (!isApart && !BETWEEN.test(between)) : 0;
    });
    return groups;
  };

  const takenFrom = (groups, index, length) => {
    let count = 0;
    for (let last = index; last < groups.length && count < length; last += 1) {
      count += groups[last].end - groups[last].start;
      if (count === length) return groups[last].looseRun === groups[index].looseRun ? groups.slice(index, last + 1) : null;
    }
    return null;
  };

  const shapeOf = (taken) => taken.map(({ start, end }) => end - start).join(",");
  const digitsOf = (text, taken) => taken.map(({ start, end }) => text.slice(start, end)).join("");
  const betweenOf = (text, taken) => taken.slice(1).map(({ start }, index) => text.slice(taken[index].end, start));
  const spanOf = (taken) => [taken[0].start, taken.at(-1).end];

  const isNumber = (text, taken) => {
    if (!isIdentityNumber(digitsOf(text, taken))) return false;
    const isOneRun = taken[0].run === taken.at(-1).run;
    return SHAPES.includes(shapeOf(taken)) || (isOneRun && !isFigures(text, taken));
  };

  const isFigures = (text, taken) => {
    const [start, end] = spanOf(taken);
    const written = text.slice(start, end);
    const isMoney = MONEY_BEFORE.test(text.slice(Math.max(0, start - 12), start)) || MONEY_AFTER.test(text.slice(end, end + 12));
    return FIGURES.test(written) || (RANGE.test(written) && isMoney);
  };

  const mayBeMistyped = (text, taken) =>
    ["11", "6,5"].includes(shapeOf(taken)) &&
    betweenOf(text, taken).every((between) => /^[ .-]?$/.test(between)) &&
    mayBeIdentityNumber(digitsOf(text, taken));

  const isNumberWithCentury = (text, taken) => {
    if (!SHAPES_WITH_CENTURY.includes(shapeOf(taken))) return false;
    const digits = digitsOf(text, taken);
    const yearFirst = digits.slice(6, 8) + digits.slice(4, 6) + digits.slice(2, 4) + digits.slice(8);
    return isIdentityNumber(digits.slice(0, 4) + digits.slice(6)) || isIdentityNumber(yearFirst);
  };

  function* identityNumbers(text) {
    const groups = groupsOf(text);
    for (let index = 0; index < groups.length; index += 1) {
      const taken = takenFrom(groups, index, 11);
      if (taken && (isNumber(text, taken) || mayBeMistyped(text, taken))) yield spanOf(taken);
      else {
        const longer = takenFrom(groups, index, 13);
        if (longer && isNumberWithCentury(text, longer)) yield spanOf(longer);
      }
    }
  }

  // Whether the groups count up by ones, twos, fives or tens, as weeks and ages do.
  const isInSteps = (text, taken) => {
    const numbers = taken.map(({ start, end }) => Number(text.slice(start, end)));
    const steps = new Set(numbers.slice(1).map((number, index) => number - numbers[index]));
    return taken.length > 2 && steps.size === 1 && STEPS.includes([...steps][0]);
  };

  const isPhone = (text, taken) => {
    const shape = shapeOf(taken);
    const between = betweenOf(text, taken);
    const isSetAlike =
      between.every((part) => PHONE_SEPARATOR.test(part)) && new Set(between.map((part) => part.trim())).size <= 1;
    if (!PHONE_SHAPES.includes(shape) || !isSetAlike || NO_PHONE.test(digitsOf(text, taken))) return false;
    const [start, end] = spanOf(taken);
    const before = text.slice(Math.max(0, start - 40), start);
    const goesOn = /[0-9]-$/.test(before) || /^-[0-9]/.test(text.slice(end, end + 2));
    // «4000-5000» is from one to the other.
    const isRange = shape === "4,4" && between.includes("-");
    return !goesOn && !isRange && !OTHER_NUMBER.test(before) && !isInSteps(text, taken);
  };

  function* phones(text) {
    const groups = groupsOf(text);
    for (let index = 0; index < groups.length; index += 1) {
      const { start } = groups[index];
      if (!/[2-9]/.test(text[start]) || [",", "+"].includes(text[start - 1])) continue;
      const taken = takenFrom(groups, index, 8);
      if (taken && isPhone(text, taken)) yield spanOf(taken);
    }
  }

  // What is known best comes first: one thing is found once.
  const WEB_ADDRESS = /https?:\/\/[^\s)>\]"']{1,500}/gu;
  const byKind = Object.entries(patterns).map(([kind, all]) => [kind, all.map((pattern) => compiled(pattern, "dgi"))]);
  const beforeNobodysDate = compiled(nobodysDate, "i");
  const subscriber = (phone) => phone.replace(/[^0-9]/g, "").replace(/^(?:00)?47(?=[0-9]{8}$)/, "");

  const isAllowed = (kind, found, before) => {
    if (kind === "e-post") {
      const domain = found.toLowerCase().replaceAll(" ", "").match(/[^@\s)\]]+$/u);
      return domain && allowed.domains.some((one) => `.${domain[0]}`.endsWith(`.${one}`));
    }
    if (kind === "telefon") return allowed.phones.includes(subscriber(found));
    if (kind === "adresse") return allowed.addresses.includes(found.toLowerCase().split(/\s+/).filter(Boolean).join(" "));
    return kind === "gammel-dato" && beforeNobodysDate.test(before);
  };

  function* candidates(text) {
    for (const [start, end] of identityNumbers(text)) yield { start, end, kind: "fødselsnummer" };
    for (const [kind, regexes] of byKind) {
      for (const match of regexes.flatMap((regex) => [...text.matchAll(regex)])) {
        const [start, end] = match.indices.at(-1);
        const before = text.slice(Math.max(0, match.index - 120), match.index);
        if (!isAllowed(kind, match.at(-1), before)) yield { start, end, kind };
      }
    }
    const addresses = [...text.matchAll(WEB_ADDRESS)].map((match) => [match.index, match.index + match[0].length]);
    for (const [start, end] of phones(text)) {
      const isInAddress = addresses.some(([first, last]) => first <= start && start < last);
      if (!isInAddress && !isAllowed("telefon", text.slice(start, end), "")) yield { start, end, kind: "telefon" };
    }
  }

  const foundIn = (text) => {
    const taken = new Array(text.length).fill(false);
    return [...candidates(text)].filter(({ start, end }) => {
      if (taken.slice(start, end).some(Boolean)) return false;
      taken.fill(true, start, end);
      return true;
    });
  };

  // The kinds of what a text tells, in its order.
  const kinds = (text) => {
    const found = new Map();
    for (const reading of readings(text)) {
      for (const { start, end, kind } of foundIn(reading.text)) {
        const first = reading.offsets[start];
        const key = `${first} ${kind}`;
        if (!found.has(key)) found.set(key, { start: first, end: reading.offsets[end - 1] + 1, kind });
      }
    }
    const order = (one, other) => one.start - other.start || one.end - other.end || (one.kind < other.kind ? -1 : 1);
    return [...found.values()].sort(order).map(({ kind }) => kind);
  };

  // An abbreviation is one only as it stands, and to its end.
  const mentions = (text, names, flags) => {
    const escaped = (name) => name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("\\s+");
    const isAbbreviation = (name) => !/\s/.test(name) && name === name.toUpperCase() && name !== name.toLowerCase();
    const any = (some, after, with_) => some.length > 0 && compiled(`\\b(?:${some.map(escaped).join("|")})${after}`, with_).test(text);
    return any(names.filter(isAbbreviation), "\\b", "") || any(names.filter((name) => !isAbbreviation(name)), "", flags);
  };

  const upper = (name) => name.toUpperCase();

  // Whether a small place and a rare condition are mentioned together.
  const tellsWhereAndWhat = (text) =>
    readings(text).some(
      (reading) => (mentions(reading.text, places, "") || mentions(reading.text, places.map(upper), "")) && mentions(reading.text, conditions, "i"),
    );

  return { kinds, tellsWhereAndWhat };
})();
