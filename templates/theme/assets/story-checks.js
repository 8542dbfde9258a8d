// What the check would say of a story, in its own words; storyRules has them, and the limits.
const storyChecks = (() => {
  const say = (message, values) => message.replace(/\{(\w+)\}/g, (all, name) => values[name]);

  const words = (text) => {
    const seen = storyRules.unseen.reduce((rest, [pattern, left]) => rest.replace(new RegExp(pattern, "g"), left), text);
    return seen.match(new RegExp(storyRules.word, "g"))?.length ?? 0;
  };

  // The rule that a value breaks, and what is said of it.
  const ofField = ({ name, is_required, least, most }, value) => {
    const broken = (rule, values) => ({ rule, message: say(storyRules.messages[rule], { name, ...values }) });
    if (!value.length) return is_required ? broken("missing") : null;
    // As many as the reader of the file counts: one for each letter, also for those of two halves.
    const count = [...value].length;
    if (most && count > most) return broken("string_too_long", { count, limit: most });
    if (least && count < least) return broken("string_too_short", { limit: least });
    return null;
  };

  // What stands in a story that somebody may let stand after all, with a reason.
  const toAccept = (story) => {
    const text = storyFile.text({ ...story, accepted: "", acceptedKinds: [] });
    const { acceptable, together } = privateRules;
    // Once for each that stands there: whoever accepts one has not thought about the next.
    const kinds = [...privateData.kinds(text), ...(privateData.tellsWhereAndWhat(text) ? [together] : [])];
    return kinds.filter((kind) => acceptable.includes(kind));
  };

  // What tells who somebody is, with the field that it stands in; what shows only between fields is the text's.
  const privateProblems = (story) => {
    const { messages, together, shortestReason, shortReason } = privateRules;
    const found = new Map();
    const look = (field, text) =>
      privateData.kinds(text).forEach((kind) => found.set(kind, found.get(kind) ?? new Set()).get(kind).add(field));
    for (const field of ["title", "summary", "date", "consent_reference", "hard", "accepted"]) look(field, story[field]);
    look("body", story.told);
    for (const kind of privateData.kinds(storyFile.text(story))) if (!found.has(kind)) found.set(kind, new Set(["body"]));
    if (privateData.tellsWhereAndWhat(storyFile.text(story))) found.set(together, new Set(["body"]));
    story.acceptedKinds.forEach((kind) => found.delete(kind));
    const problems = [...found].flatMap(([kind, fields]) => [...fields].map((field) => ({ field, rule: kind, message: messages[kind] })));
    const isShort = story.acceptedKinds.length && [...story.accepted].length < shortestReason;
    return isShort ? [...problems, { field: "accepted", rule: "reason", message: shortReason }] : problems;
  };

  const DAYS = ["date", "consent_date", "review_by"];

  const noDay = (limits, text) => {
    const rule = storyDays.hasForm(text) ? "no_such_day" : "iso_date";
    return { rule, message: say(storyRules.messages[rule], limits) };
  };

  // A story with the days that are any.
  const withDays = (story) =>
    DAYS.reduce((rest, field) => ({ ...rest, [field]: storyDays.isDay(rest[field]) ? rest[field] : "" }), story);

  // What is wrong with the consent, and with days that can't be right. Such days are compared as texts.
  const lifeProblems = (story) => {
    const { messages, consent, days, began, beforeTheProject, years } = storyRules.story;
    const found = [];
    const add = (field, rule, values) => found.push({ field, rule, message: say(messages[rule], values) });
    if (story.consent === "innhentet") {
      for (const [field, cure] of Object.entries(consent)) if (!story[field]) add(field, "consent", { field, cure });
    }
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
    for (const [field, what] of Object.entries(days)) {
      if (story[field] > tomorrow) add(field, "not_come", { day: story[field], what });
    }
    if (story.consent_date && story.consent_date < (story.date || began)) {
      const before = story.date ? say(messages.event, story) : beforeTheProject;
      add("consent_date", "consent_before", { day: story.consent_date, before });
    }
    const latest = storyDays.yearsOn(years);
    if (story.review_by && story.date && story.review_by < story.date) add("review_by", "review_before", story);
    else if (story.review_by > latest) add("review_by", "review_late", { years, latest });
    return found;
  };

  // Every problem of a story with the field that it is mended in, in the order of the form.
  const problems = (story) => {
    const found = [];
    const add = (field, problem) => problem && found.push({ field, ...problem });
    for (const [field, limits] of Object.entries(storyRules.fields)) {
      const value = story[field];
      if (DAYS.includes(field) && value && !storyDays.isDay(value)) add(field, noDay(limits, value));
      else add(field, ofField(limits, value));
    }
    const count = words(story.body);
    const [least, most] = storyRules.words;
    if (count < least || count > most) {
      add("body", { rule: "length", message: say(storyRules.length.message, { ...storyRules.length, count }) });
    }
    return [...found, ...lifeProblems(withDays(story)), ...privateProblems(story)];
  };

  return { problems, say, toAccept, words };
})();
