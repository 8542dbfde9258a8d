// Opens the search over the page, and fetches what it runs on when somebody opens it. Without this, «Søk» is a link.
(() => {
  const opener = document.querySelector("[data-search-open]");
  const dialog = document.querySelector("[data-search-dialog]");
  if (!opener || !dialog || !dialog.showModal) return;

  const field = dialog.querySelector("input");
  const scripts = dialog.dataset.scripts.trim().split(" ");
  let loading;
  const script = (name) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = name;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  // The search page has the scripts already.
  const loadScripts = () =>
    typeof veikartResults === "undefined"
      ? scripts.reduce((earlier, name) => earlier.then(() => script(name)), Promise.resolve())
      : Promise.resolve();
  const load = () => {
    loading ||= loadScripts()
      .then(() => veikartResults.searchAsTyped(dialog))
      .catch(() => {
        loading = undefined;
        const status = dialog.querySelector("[data-search-status]");
        status.textContent = status.dataset.failed;
      });
  };

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    field.select();
    load();
  };

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    // A new tab was asked for.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("pointerenter", load, { once: true });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  // A click on what lies around the dialog.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
})();
