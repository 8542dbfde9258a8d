// A roadmap of two phases, for the tests of the plan.

/** @type {import("../../../templates/scripts/types.d.ts").RoadmapData} */
export const roadmap = /** @type {any} */ ({
  siteUrl: "https://veikart.example/sti/",
  phases: [
    { number: 1, title: "Velge", colour: 1 },
    { number: 2, title: "Måle", colour: 3 },
  ],
  steps: [
    { letter: "A", title: "Motivasjon", phase: 1, url: "steg/a/", statements: [] },
    { letter: "B", title: "Tall", phase: 2, url: "steg/b/", statements: [] },
  ],
  measures: [
    { id: "A1", title: "Del historier", step: "A", url: "tiltak/a1/", work: [{ role: "leder", once: 2, monthly: 0.5 }] },
    { id: "A2", title: "Gå foran", step: "A", url: "tiltak/a2/", work: [] },
    { id: "B1", title: "Sett måltall", step: "B", url: "tiltak/b1/", work: [{ role: "leder", once: 1, monthly: 0 }, { role: "helsesekretær", once: 0, monthly: 1 }] },
  ],
  roles: [
    { id: "leder", name: "Leder", outside: false },
    { id: "helsesekretær", name: "Helsesekretær", outside: false },
  ],
  progress: [
    { id: "ikke-begynt", name: "Ikke begynt", rank: 0 },
    { id: "i-gang", name: "I gang", rank: 1 },
    { id: "pa-plass", name: "På plass", rank: 2 },
  ],
  renamed: { A0: "A2" },
});

/** A plan of measures by id, and what each has.
 * @param {Record<string, Partial<import("../../../templates/scripts/types.d.ts").PlannedMeasure>>} measures
 * @param {string[]} order @returns {import("../../../templates/scripts/types.d.ts").PlanData} */
export const planOf = (measures, order = []) => ({
  unit: "",
  order,
  measures: Object.fromEntries(
    Object.entries(measures).map(([id, fields]) => [
      id,
      { chosen: true, states: [], role: "", deadline: "", review: "", note: "", ...fields },
    ]),
  ),
});
