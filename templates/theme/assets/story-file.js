// A story as its file: YAML that reads back to what was written, whatever that was, and Markdown below it.
const storyFile = (() => {
  // Half of a pair, and what is no character at all.
  const BROKEN = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const WORD = /^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/;

  const visible = (text) => text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(new RegExp(storyRules.invisible, "g"), "").replace(BROKEN, "");

  // A text of one line, as a field of the file has it.
  const line = (text) => visible(text).replace(/[\t\n]+/g, " ").trim();

  // A text of several, less blanks at its ends.
  const lines = (text) => visible(text).replace(/[ \t]+$/gm, "").replace(/^\n+|\s+$/g, "");

  // What JSON puts in quotation marks, YAML reads alike; a word that it takes for nothing else needs none.
  const scalar = (text) => (WORD.test(text) && !/^(?:null|true|false)$/i.test(text)) || DAY.test(text) ? text : JSON.stringify(text);

  const plainLetters = (title) =>
    [...title.toLowerCase().normalize("NFC")]
      .map((letter) => ({ æ: "ae", ø: "o" })[letter] ?? [...letter.normalize("NFKD")][0])
      .join("");

  const shortened = (stem) => {
    const most = storyRules.longestStem;
    if (stem.length <= most) return stem;
    const end = stem.slice(0, most + 1).lastIndexOf("-");
    return stem.slice(0, end > 0 ? end : most);
  };

  // The name that «python -m roadmap new story» gives: a number first would be taken for the page's place in a row.
  const name = (title) => {
    const { withoutName, taken } = storyRules;
    let stem = shortened((plainLetters(title).match(/[a-z0-9]+/g) ?? []).join("-")) || withoutName;
    if (/^[0-9]+-/.test(stem)) stem = shortened(`${withoutName}-${stem}`);
    let free = stem;
    for (let number = 2; taken.includes(free); number += 1) free = `${stem}-${number}`;
    return `${free}.md`;
  };

  const text = (story) => {
    const { sources } = storyRules;
    const fields = [
      ["title", scalar(story.title)],
      ["summary", scalar(story.summary)],
      ["trust", scalar(story.trust)],
      ["field", scalar(story.field)],
      ["role", scalar(story.role)],
      ["measures", `[${story.measures.map(scalar).join(", ")}]`, story.measures.length],
      ["date", scalar(story.date)],
      ["sources", sources.map(({ heading, takes }) => `\n  - {heading: ${scalar(heading)}, takes: ${scalar(takes)}}`).join(""), true],
      ["consent", scalar(story.consent)],
      ["consent_reference", scalar(story.consent_reference)],
      ["consent_date", scalar(story.consent_date)],
      ["review_by", scalar(story.review_by)],
      ["status", "utkast", true],
    ];
    const written = fields.filter(([field, , given]) => given ?? story[field]);
    const accepted = story.acceptedKinds.map((kind) => `# godtatt ${kind}: ${story.accepted}\n`).join("");
    return `---\n${accepted}${written.map(([field, value]) => `${field}: ${value}`.replace(": \n", ":\n")).join("\n")}\n---\n${story.body}\n`;
  };

  const unquoted = (value) => (value.startsWith('"') ? JSON.parse(value) : value);

  // How a file begins that this makes: what is accepted, and its fields, each on a line of its own.
  const FRONT = /^---\n((?:[^\n]*\n)*?)---\n/;
  const ACCEPTED = /^# godtatt ([^:]+): (.*)$/;
  const FIELD = /^([a-z_]+): (.*)$/;

  // What was written, from a file that this made and nobody has changed since; of any other, nothing.
  const read = (file, hardHeading) => {
    const whole = file.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
    const [front, written] = whole.match(FRONT) ?? [];
    if (!front) return null;
    const empty = Object.keys(storyRules.fields).map((name) => [name, ""]);
    const story = { ...Object.fromEntries(empty), measures: [], accepted: "", acceptedKinds: [] };
    try {
      for (const line of written.split("\n")) {
        const [, kind, reason] = line.match(ACCEPTED) ?? [];
        const [, name, value] = line.match(FIELD) ?? [];
        if (kind) Object.assign(story, { accepted: reason, acceptedKinds: [...story.acceptedKinds, kind] });
        else if (name === "measures") story.measures = value.slice(1, -1).split(", ").map(unquoted);
        else if (name) story[name] = unquoted(value);
      }
    } catch {
      return null;
    }
    story.body = whole.slice(front.length).replace(/\n$/, "");
    // Where the project has other sources by now, the file gets those.
    const withoutSources = (text) => text.replace(/^sources:\n(?: .*\n)*/m, "");
    if (withoutSources(text(story)) !== withoutSources(whole)) return null;
    const heading = `## ${hardHeading}\n\n`;
    const place = story.body.startsWith(heading) ? 0 : story.body.lastIndexOf(`\n\n${heading}`);
    if (place < 0) return { ...story, told: story.body, hard: "" };
    return { ...story, told: story.body.slice(0, place), hard: story.body.slice(place).trimStart().slice(heading.length) };
  };

  return { line, lines, name, read, text };
})();
