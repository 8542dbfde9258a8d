// The words in an address that leads nowhere, offered to the search. They are only ever set as text.
(() => {
  const form = document.querySelector("[data-not-found]");
  const offer = document.querySelector("[data-offer]");
  const LONGEST = 100;

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      // Somebody wrote a «%» that begins no letter.
      return text;
    }
  };

  // The last part of the address that says anything, without its ending and the marks between its words.
  const words = (path) => {
    const names = path.split("/").map((part) => decoded(part).replace(/\.[a-z0-9]{1,5}$/i, ""));
    const name = names.filter((part) => part && part !== "index" && part !== "404").pop() || "";
    return name.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, LONGEST);
  };

  const root = new URL("..", form.action).pathname;
  const path = location.pathname;
  const found = words(path.startsWith(root) ? path.slice(root.length) : path);
  if (!found) return;
  form.elements.q.value = found;
  const link = offer.querySelector("a");
  link.href = `${form.action}?${new URLSearchParams({ q: found })}`;
  link.querySelector("span").textContent = found;
  offer.hidden = false;
})();
