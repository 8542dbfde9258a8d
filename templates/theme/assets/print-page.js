document.querySelector("[data-print]")?.addEventListener("click", () => print());

// On paper every question lies open. Those that share a name close each other, so the name is put aside meanwhile.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details.question")].map((details) => [details, details.name, details.open]);
  folded.forEach(([details]) => (details.name = ""));
  folded.forEach(([details]) => (details.open = true));
});
addEventListener("afterprint", () => {
  folded.forEach(([details, , open]) => (details.open = open));
  folded.forEach(([details, name]) => (details.name = name));
});
