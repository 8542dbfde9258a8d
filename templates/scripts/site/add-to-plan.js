// «Legg til i planen» on pages outside the tools. It only looks into the storage; what writes there is fetched when
// somebody presses a button.

import { chosenMeasures } from "../core/chosen.js";
import { announce, one } from "../page/dom.js";
import { load } from "../page/lazy.js";
import { planPlaces } from "../page/plan-places.js";

const status = one("[data-plan-status]");
const texts = status.dataset;
const names = { plan: texts.plan ?? "", copy: texts.copy ?? "" };
const places = planPlaces();

const showAll = () => {
  const chosen = chosenMeasures(
    () => localStorage,
    () => sessionStorage,
  );
  for (const place of places) place.show(place.ids.some((id) => chosen.has(id)));
};

/**
 * What went well shows in the page itself; the rest must be seen too.
 * @type {(outcome: "added" | "blocked" | "full" | "failed", id: string, name: string) => void}
 */
const tell = (outcome, id, name) => {
  status.classList.toggle("visually-hidden", outcome === "added");
  announce(status, (texts[outcome] ?? "").replace("{id}", id).replace("{name}", () => name));
};

for (const place of places) {
  place.onAdd(async () => {
    const id = place.ids[0] ?? "";
    try {
      const { saved, name } = (await load("plan")).addToPlan(place.ids, names);
      tell(saved === "saved" ? "added" : saved, id, name);
    } catch {
      tell("failed", id, "");
    }
    showAll();
  });
}
// Another tab may have changed the plan, and so may this one before somebody went back to the page.
addEventListener("storage", showAll);
addEventListener("pageshow", showAll);
showAll();
