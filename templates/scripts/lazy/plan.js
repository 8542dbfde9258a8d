// What a page outside the tools needs to put a measure into the reader's plan: fetched when somebody does.

import { changePlan } from "../core/plan-changes.js";
import { planKind, withChoice } from "../core/plan-kind.js";
import { openedStore } from "../page/opened-store.js";

/**
 * Puts a measure into the plan that the reader works on, or into a new one.
 * @param {string[]} ids today's, and those that the measure had before
 * @param {{ plan: string, copy: string }} names of a new plan, and of a copy of one with a {name}
 * @returns {{ saved: "saved" | "blocked" | "full", name: string }}
 */
export const addToPlan = ([id = "", ...former], names) => {
  const store = openedStore([planKind], (name) => names.copy.replace("{name}", () => name));
  if (store.state.saved !== "saved") return { saved: store.state.saved, name: "" };
  const renamed = Object.fromEntries(former.map((other) => [other, id]));
  const { name } = changePlan(store, renamed, names.plan, (plan) => withChoice(plan, id, true));
  return { saved: store.state.saved, name };
};
