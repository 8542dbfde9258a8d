// What a department can start with, and what the rest waits for: always found from what is done, never kept.

/**
 * @import { Measure, RoadmapData } from "../types.d.ts"
 * @typedef {"ready" | "begun" | "waiting" | "done"} Group
 * @typedef {{ measure: Measure, group: Group, missing: Measure[] }} Standing
 */

/**
 * Where each measure stands, in the order of the roadmap. What a measure requires is met once it is begun. One that is
 * begun or done is so because somebody says it is, also when something that it requires is missing.
 * @param {RoadmapData} roadmap
 * @param {(measure: Measure) => string} statusOf
 * @returns {Standing[]}
 */
export const standings = (roadmap, statusOf) => {
  const ranks = new Map(roadmap.progress.map((level) => [level.id, level.rank]));
  const highest = Math.max(...ranks.values());
  const rank = new Map(roadmap.measures.map((measure) => [measure.id, ranks.get(statusOf(measure)) ?? 0]));
  return roadmap.measures.map((measure) => {
    const required = roadmap.measures.filter((other) => measure.requires.includes(other.id));
    const missing = required.filter((other) => !rank.get(other.id));
    const own = rank.get(measure.id) ?? 0;
    return { measure, missing, group: own === highest ? "done" : own > 0 ? "begun" : missing.length ? "waiting" : "ready" };
  });
};

/**
 * @param {Standing[]} all
 * @param {Group} group
 */
export const inGroup = (all, group) => all.filter((standing) => standing.group === group);

/**
 * Whether nothing can start among some measures, and nobody has marked any of them.
 * @param {Standing[]} some
 */
export const isQuiet = (some) => some.every((standing) => standing.group === "waiting");

/**
 * What some measures wait for beside each other, in the order of the roadmap.
 * @param {Standing[]} all
 * @param {Standing[]} some
 * @returns {Measure[]}
 */
export const waitedFor = (all, some) =>
  all
    .map((standing) => standing.measure)
    .filter(({ id }) => some.some(({ missing }) => missing.some((one) => one.id === id)))
    .filter(({ id }) => !some.some(({ measure }) => measure.id === id));

/**
 * What a change made ready, and what it took back.
 * @param {Standing[]} before
 * @param {Standing[]} after
 * @param {string} id  whose status was changed
 * @returns {{ opened: Measure[], closed: Measure[] }}
 */
export const difference = (before, after, id) => {
  const waiting = new Set(inGroup(before, "waiting").map((standing) => standing.measure.id));
  const waits = new Set(inGroup(after, "waiting").map((standing) => standing.measure.id));
  const others = after.map((standing) => standing.measure).filter((measure) => measure.id !== id);
  return {
    opened: others.filter((measure) => waiting.has(measure.id) && !waits.has(measure.id)),
    closed: others.filter((measure) => !waiting.has(measure.id) && waits.has(measure.id)),
  };
};

/**
 * Whether somebody in the role has something to do in the measure, and it is as much work as asked for; an empty
 * string asks for nothing.
 * @param {Measure} measure
 * @param {{ role: string, effort: string }} wanted
 */
export const fits = (measure, wanted) =>
  (!wanted.role || measure.actors.includes(wanted.role)) && (!wanted.effort || measure.effort === wanted.effort);
