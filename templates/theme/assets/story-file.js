// A story as its file: YAML that reads back to what was written, whatever that was, and Markdown below it.
const storyFile = (() => {
  // Half of a pair, and what is no character at all.
  const BROKEN = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g;
  const LONGEST_NAME = 60;
  const WORD = /^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/;

  const visible = (text) => text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(new RegExp(storyRules.invisible, "g"), "").replace(BROKEN, "");

  // A text of one line, as a field of the file has it.
  const line = (text) => visible(text).replace(/[\t\n]+/g, " ").trim();

  // A text of several, less blanks at its ends.
  const lines = (text) => visible(text).replace(/[ \t]+$/gm, "").replace(/^\n+|\s+$/g, "");

  // What JSON puts in quotation marks, YAML reads alike; a word that it takes for nothing else needs none.
  const scalar = (text) => (WORD.test(text) && !/^(?:null|true|false)$/i.test(text) ? text : JSON.stringify(text));

  const plain = (title) =>
    title.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  // The file's name, which becomes the address: a number first would be taken for the page's place in a row.
  const name = (title) => {
    let stem = plain(title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    if (!/^[a-z]/.test(stem)) stem = stem ? `historie-${stem}` : "historie";
    if (stem.length > LONGEST_NAME) stem = stem.slice(0, LONGEST_NAME + 1).replace(/-[^-]*$/, "").slice(0, LONGEST_NAME);
    let free = stem;
    for (let number = 2; storyRules.taken.includes(free); number += 1) free = `${stem}-${number}`;
    return `${free}.md`;
  };

  const text = (story) => {
    const fields = [
      ["title", scalar(story.title)],
      ["summary", scalar(story.summary)],
      ["trust", scalar(story.trust)],
      ["field", scalar(story.field)],
      ["role", scalar(story.role)],
      ["measures", `[${story.measures.map(scalar).join(", ")}]`, story.measures.length],
      ["date", story.date],
      ["sources", `\n  - {heading: ${scalar(story.source.heading)}, takes: ${scalar(story.source.takes)}}`, true],
      ["consent", scalar(story.consent)],
      ["consent_reference", scalar(story.consent_reference)],
      ["consent_date", story.consent_date],
      ["review_by", story.review_by],
      ["status", "utkast", true],
    ];
    const written = fields.filter(([field, , given]) => given ?? story[field]);
    const accepted = story.acceptedKinds.map((kind) => `# godtatt ${kind}: ${story.accepted}\n`).join("");
    return `---\n${accepted}${written.map(([field, value]) => `${field}: ${value}`.replace(": \n", ":\n")).join("\n")}\n---\n${story.body}\n`;
  };

  return { line, lines, name, text };
})();
