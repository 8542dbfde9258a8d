// Forms that filter a list: what is chosen stands in the address, and each choice says how many it would leave.
(() => {
  // A list that lies on the page: its items are hidden and shown, with the headings over them.
  const listOnPage = () => {
    const list = document.querySelector("[data-filter-items]");
    const items = [...list.querySelectorAll("li[data-steg]")];
    return {
      values: items.map((item) => (name) => item.dataset[name].split(" ")),
      show(fitting) {
        items.forEach((item, index) => (item.hidden = !fitting.includes(index)));
        for (const group of list.querySelectorAll("[data-filter-group]")) {
          group.hidden = !group.querySelector("li[data-steg]:not([hidden])");
        }
      },
    };
  };

  // Data are scripts, since a page that is opened as a file may load nothing else.
  const load = (source) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${source} was not loaded`));
      document.head.append(script);
    });

  // A list of many pages: what fits is found in its index, and shown in place of the page's own items.
  const listOfPages = async (form) => {
    const source = new URL(form.dataset.source, location.href);
    await load(source.href);
    const { items, pageSize, partSize } = window.experienceIndex;
    const names = [...form.querySelectorAll("select")].map((select) => select.name);
    const shown = document.querySelector("[data-filtered]");
    const more = document.querySelector("[data-more]");
    const parts = new Map();
    const part = (number) => {
      if (!parts.has(number)) parts.set(number, load(new URL(`${number}.js`, source).href));
      return parts.get(number);
    };
    let wanted = [];
    let latest = 0;

    const name = (field, id) => [...form.elements[field].options].find((option) => option.value === id).dataset.name;
    const card = (index) => {
      const [url, title, summary, due] = window.experienceTexts[Math.floor(index / partSize)][index % partSize];
      const made = document.createElement("div");
      made.className = "card card--experience";
      const element = (tag, text, parent = made) => parent.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
      // The index lies two folders below the root of the site.
      element("a", title, element(shown.dataset.level, "")).href = new URL(`../../${url}`, source);
      element("p", summary);
      const tags = Object.assign(element("p", ""), { className: "tags" });
      names.slice(0, 2).forEach((field, place) => (element("span", name(field, items[index][place]), tags).className = "tag"));
      if (due) element("p", shown.dataset.overdue.replace("{dato}", due)).className = "overdue";
      return made;
    };
    const addCards = async () => {
      const turn = (latest += 1);
      const next = wanted.slice(shown.childElementCount, shown.childElementCount + pageSize);
      await Promise.all([...new Set(next.map((index) => Math.floor(index / partSize)))].map(part));
      // Meanwhile something else may have been chosen, or more been asked for again.
      if (turn !== latest) return null;
      const cards = next.map(card);
      shown.append(...cards);
      more.hidden = shown.childElementCount >= wanted.length;
      return cards[0];
    };
    more.addEventListener("click", async () => (await addCards())?.querySelector("a").focus());
    return {
      values: items.map((item) => (field) => item[names.indexOf(field)].split(" ")),
      show(fitting, isFiltered) {
        latest += 1;
        wanted = isFiltered ? fitting : [];
        shown.hidden = !isFiltered;
        more.hidden = true;
        shown.replaceChildren();
        document.querySelectorAll("[data-unfiltered]").forEach((element) => (element.hidden = isFiltered));
        if (wanted.length) addCards();
      },
    };
  };

  const start = (form, list) => {
    const selects = [...form.querySelectorAll("select")];
    const reset = form.querySelector("[type=reset]");
    const summary = form.querySelector("summary");
    const unfiltered = summary.textContent;

    const chosen = () => selects.filter((select) => select.value);
    const fits = (item, but) => chosen().every((select) => select === but || item(select.name).includes(select.value));
    const render = () => {
      const fitting = list.values.flatMap((item, index) => (fits(item) ? [index] : []));
      const numbers = { "{shown}": fitting.length, "{all}": list.values.length, "{chosen}": chosen().length };
      const text = (kind) => form.dataset[kind].replace(/\{\w+\}/g, (number) => numbers[number]);
      const isFiltered = chosen().length > 0;
      for (const select of selects) {
        const others = list.values.filter((item) => fits(item, select));
        for (const option of select.options) {
          const count = option.value ? others.filter((item) => item(select.name).includes(option.value)).length : others.length;
          option.textContent = `${option.dataset.name} (${count})`;
        }
      }
      list.show(fitting, isFiltered);
      form.querySelector("[role=status]").textContent = text(isFiltered ? "some" : "all");
      form.querySelector(".filter__names").textContent = chosen()
        .map((select) => select.selectedOptions[0].dataset.name)
        .join(", ");
      summary.textContent = isFiltered ? text("chosen") : unfiltered;
      form.querySelector(".filter__empty").hidden = fitting.length > 0;
      reset.hidden = !isFiltered;
    };

    // What the address asks for and the form does not know, is left out.
    const readAddress = () => {
      const asked = new URLSearchParams(location.search);
      for (const select of selects) {
        const value = asked.get(select.name) ?? "";
        select.value = [...select.options].some((option) => option.value === value) ? value : "";
      }
      render();
    };
    const writeAddress = () => {
      const address = new URL(location.href);
      address.search = new URLSearchParams(chosen().map((select) => [select.name, select.value]));
      history.pushState(null, "", address);
    };

    for (const option of form.querySelectorAll("option")) option.dataset.name = option.textContent;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      writeAddress();
      render();
    });
    reset.addEventListener("click", (event) => {
      event.preventDefault();
      selects.forEach((select) => (select.value = ""));
      writeAddress();
      render();
      // The button goes, and the place in the page must not go with it.
      summary.focus();
    });
    addEventListener("popstate", readAddress);
    readAddress();
    form.hidden = false;
  };

  for (const form of document.querySelectorAll("[data-filter]")) {
    if (form.dataset.source) listOfPages(form).then((list) => start(form, list));
    else start(form, listOnPage());
  }
})();
