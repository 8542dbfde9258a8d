// Small roadmaps, and people who answer at random but always the same.

const ANSWERS = [
  { id: "stemmer-ikke", name: "Stemmer ikke", meaning: "Ikke begynt.", rank: 0 },
  { id: "stemmer-delvis", name: "Stemmer delvis", meaning: "Noen ganger.", rank: 1 },
  { id: "stemmer", name: "Stemmer", meaning: "Hos alle.", rank: 2 },
  { id: "gjelder-ikke", name: "Gjelder ikke", meaning: "Ikke hos oss.", rank: null },
  { id: "vet-ikke", name: "Vet ikke", meaning: "Må finnes ut.", rank: null },
];

/** `helped`: the measures that help with each statement. */
const step = (letter, phase, helped) => ({
  letter,
  title: `Steg ${letter}`,
  phase,
  url: `steg/${letter.toLowerCase()}/`,
  statements: Object.entries(helped).map(([id, measures]) => ({ id, text: `Påstand ${id}.`, measures })),
});

export const measure = (id, { requires = [], effort = "liten", actors = ["leder"], usefulFor = [] } = {}) => ({
  id,
  title: `Tiltak ${id}`,
  summary: "",
  step: id[0],
  level: "avdeling",
  effort,
  hours: 1,
  usefulFor,
  actors,
  requires,
  started: [],
  url: `tiltak/${id.toLowerCase()}/`,
});

export const roadmap = (fields = {}) => ({
  edition: { version: "0.9", kind: "utkast", date: "2026-11-26" },
  siteUrl: "https://veikart.example/",
  phases: [
    { number: 1, title: "Første fase", colour: 1 },
    { number: 2, title: "Andre fase", colour: 2 },
  ],
  steps: [
    step("A", 1, { a1: ["A1"], a2: ["A2"], a3: ["A1", "A2"] }),
    step("B", 1, { b1: ["B1"], b2: ["B2"] }),
    step("C", 2, { c1: ["C1"], constructor: ["C2"] }),
  ],
  measures: [
    measure("A1", { requires: ["A2"] }),
    measure("A2", { effort: "middels" }),
    measure("B1", { requires: ["A2"], actors: ["behandler"] }),
    measure("B2", { requires: ["A1", "B1"] }),
    measure("C1", { requires: ["A2"], effort: "stor" }),
    measure("C2", { requires: ["C1"], usefulFor: ["behandler"] }),
  ],
  roles: [{ id: "leder", name: "Leder", outside: false }],
  answers: ANSWERS,
  progress: [
    { id: "ikke-begynt", name: "Ikke begynt", rank: 0 },
    { id: "i-gang", name: "I gang", rank: 1 },
    { id: "pa-plass", name: "På plass", rank: 2 },
  ],
  efforts: ["liten", "middels", "stor"].map((id) => ({ id, name: id })),
  levels: [{ id: "avdeling", name: "Avdeling" }],
  renamed: {},
  tools: {},
  ...fields,
});

/** Numbers from 0 up to 1 that are the same in every run. */
export const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

export const oneOf = (next, items) => items[Math.floor(next() * items.length)];

/** Answers to some of the statements. */
export const answersOf = (next, { steps, answers }) =>
  Object.fromEntries(
    steps
      .flatMap(({ statements }) => statements)
      .map(({ id }) => [id, oneOf(next, [...answers.map((answer) => answer.id), null])])
      .filter(([, answer]) => answer !== null),
  );

/** Statuses of some of the measures. */
export const statusesOf = (next, { measures, progress }) =>
  new Map(
    measures
      .map(({ id }) => [id, oneOf(next, [...progress.map((status) => status.id), null, null])])
      .filter(([, status]) => status !== null),
  );

export const times = (count, run) => {
  for (let seed = 1; seed <= count; seed += 1) run(numbers(seed), seed);
};
