// Says so where a tool's own script did not come so far as to take this message away.
addEventListener("load", () => {
  document.querySelectorAll("[data-not-started]").forEach((message) => (message.hidden = false));
});
