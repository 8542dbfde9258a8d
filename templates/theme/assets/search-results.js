// Shows what the search finds: as one list on the search page, by kind in the dialog.
const veikartResults = (() => {
  const IN_DIALOG = 24;
  const IN_GROUP = 4;

  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const fill = (text, values) => text.replace(/\{(\p{L}+)\}/gu, (whole, name) => values[name] ?? whole);

  const item = (hit, groups) => {
    const link = element("a", "hit__link");
    link.href = hit.href;
    if (hit.label) link.append(element("span", "id", hit.label), " ");
    link.append(hit.title);
    const place = [groups.get(hit.group), hit.context].filter(Boolean).join(" · ");
    return element("li", "hit", link, element("span", "hit__place", place), element("span", "hit__summary", hit.summary));
  };

  // The query with the words that the site would have it written with.
  const corrected = (query, corrections) =>
    corrections.reduce((text, { typed, spelled }) => text.toLowerCase().replace(typed, spelled), query);

  const say = (status, query, found) => {
    const values = { søk: query, antall: found.total, ord: corrected(query, found.corrections) };
    const { hits, oneHit, nearest, nothing } = status.dataset;
    const text = !found.total ? nothing : found.corrections.length ? nearest : found.total === 1 ? oneHit : hits;
    status.textContent = fill(text, values);
  };

  const grouped = (found) => {
    const groups = new Map(found.groups);
    const lists = new Map();
    for (const hit of found.hits) {
      if (!lists.has(hit.group)) lists.set(hit.group, []);
      if (lists.get(hit.group).length < IN_GROUP) lists.get(hit.group).push(hit);
    }
    return [...lists].map(([group, hits]) => {
      const heading = element("h2", "hits__group", groups.get(group));
      const list = element("ul", "hits", ...hits.map((hit) => item(hit, new Map())));
      return element("section", "", heading, list);
    });
  };

  // Searches in the dialog while somebody types; what is typed later is shown, whichever answer comes last.
  const searchAsTyped = (dialog) => {
    const [field, status, place, all] = ["input", "[data-search-status]", "[data-search-hits]", "[data-search-all]"].map(
      (selector) => dialog.querySelector(selector),
    );
    const show = async () => {
      const query = field.value.trim();
      all.hidden = true;
      if (!query) {
        status.textContent = "";
        place.replaceChildren();
        return;
      }
      const found = await veikartSearch.search(query, IN_DIALOG);
      if (query !== field.value.trim()) return;
      say(status, query, found);
      place.replaceChildren(...grouped(found));
      all.hidden = !found.total;
      all.textContent = fill(all.dataset.all, { antall: found.total });
      all.href = `${dialog.querySelector("form").action}?q=${encodeURIComponent(query)}`;
    };
    // Fetched while the first word is typed.
    veikartSearch.prepare().catch(() => {});
    const showOrSay = () => show().catch(() => (status.textContent = status.dataset.failed));
    field.addEventListener("input", showOrSay);
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [field, ...place.querySelectorAll("a")];
      const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      if (!stops[next]) return;
      event.preventDefault();
      stops[next].focus();
    });
    return showOrSay();
  };

  return { item, say, searchAsTyped };
})();
