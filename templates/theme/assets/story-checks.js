// What the check would say of a story, in its own words; storyRules has them, and the limits.
const storyChecks = (() => {
  const say = (message, values) => message.replace(/\{(\w+)\}/g, (all, name) => values[name]);

  const words = (text) => {
    const seen = storyRules.unseen.reduce((rest, [pattern, left]) => rest.replace(new RegExp(pattern, "g"), left), text);
    return seen.match(new RegExp(storyRules.word, "g"))?.length ?? 0;
  };

  const isDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(day) && day.toISOString().startsWith(text);
  };

  const ofField = ({ name, is_required, least, most }, value) => {
    const messages = storyRules.messages;
    if (!value.length) return is_required ? say(messages.missing, { name }) : null;
    // As many as the reader of the file counts: one for each letter, also for those of two halves.
    const count = [...value].length;
    if (most && count > most) return say(messages.string_too_long, { name, count, limit: most });
    if (least && count < least) return say(messages.string_too_short, { name, limit: least });
    return null;
  };

  // What stands in a story that somebody may let stand after all, with a reason.
  const toAccept = (story) => {
    const text = storyFile.text({ ...story, accepted: "", acceptedKinds: [] });
    const { acceptable, together } = storyRules.private;
    const kinds = new Set(privateData.kinds(text));
    if (privateData.tellsWhereAndWhat(text)) kinds.add(together);
    return acceptable.filter((kind) => kinds.has(kind));
  };

  // What tells who somebody is, with the field that it stands in; what shows only between fields is the text's.
  const privateProblems = (story) => {
    const { messages, together, shortestReason, shortReason } = storyRules.private;
    const found = new Map();
    const look = (field, text) =>
      privateData.kinds(text).forEach((kind) => found.set(kind, found.get(kind) ?? new Set()).get(kind).add(field));
    for (const field of ["title", "summary", "date", "consent_reference", "hard", "accepted"]) look(field, story[field]);
    look("body", story.told);
    for (const kind of privateData.kinds(storyFile.text(story))) if (!found.has(kind)) found.set(kind, new Set(["body"]));
    if (privateData.tellsWhereAndWhat(storyFile.text(story))) found.set(together, new Set(["body"]));
    story.acceptedKinds.forEach((kind) => found.delete(kind));
    const problems = [...found].flatMap(([kind, fields]) => [...fields].map((field) => ({ field, message: messages[kind] })));
    const isShort = story.acceptedKinds.length && [...story.accepted].length < shortestReason;
    return isShort ? [...problems, { field: "accepted", message: shortReason }] : problems;
  };

  const DAYS = ["date", "consent_date", "review_by"];

  // Every problem of a story with the field that it is mended in, in the order of the form.
  const problems = (story) => {
    const found = [];
    const add = (field, message) => message && found.push({ field, message });
    for (const [field, limits] of Object.entries(storyRules.fields)) {
      const value = story[field];
      if (DAYS.includes(field) && value && !isDay(value)) add(field, say(storyRules.messages.iso_date, limits));
      else add(field, ofField(limits, value));
    }
    const count = words(story.body);
    const [least, most] = storyRules.words;
    if (count < least || count > most) add("body", say(storyRules.length.message, { ...storyRules.length, count }));
    if ((story.consent === "innhentet") !== Boolean(story.consent_reference)) add("consent_reference", storyRules.consent);
    return [...found, ...privateProblems(story)];
  };

  return { problems, say, toAccept, words };
})();
