// The search page: what is looked for stands in the address, so that it can be shared, and gone back to.
(() => {
  const MOST = 30;
  const form = document.querySelector("[data-search-page]");
  const field = form.querySelector("input");
  const status = document.querySelector("[data-search-page-hits] [data-search-status]");
  const list = document.querySelector("[data-search-list]");
  const more = document.querySelector("[data-search-more]");
  const everything = document.querySelector("[data-search-everything]");
  const title = document.title;

  const asked = () => (new URL(location).searchParams.get("q") || "").trim();

  const show = async (most = MOST) => {
    const query = asked();
    field.value = query;
    document.title = query ? `«${query}» – ${title}` : title;
    delete form.dataset.shown;
    if (!query) {
      form.dataset.shown = query;
      status.textContent = "";
      list.replaceChildren();
      more.hidden = true;
      everything.hidden = false;
      return;
    }
    try {
      const found = await veikartSearch.search(query, most);
      // Meanwhile something else was asked, whose answer came first.
      if (query !== asked()) return;
      const groups = new Map(found.groups);
      list.replaceChildren(...found.hits.map((hit) => veikartResults.item(hit, groups)));
      list.hidden = !found.total;
      veikartResults.say(status, query, found);
      more.hidden = found.hits.length === found.total;
      more.onclick = () => show(found.total).then(() => list.children[most].querySelector("a").focus());
      everything.hidden = found.total > 0;
    } catch {
      list.hidden = true;
      more.hidden = true;
      status.textContent = status.dataset.failed;
      everything.hidden = false;
    }
    form.dataset.shown = query;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location);
    address.search = field.value.trim() ? new URLSearchParams({ q: field.value.trim() }) : "";
    if (address.href !== location.href) history.pushState(null, "", address);
    show();
  });
  addEventListener("popstate", () => show());
  show();
})();
