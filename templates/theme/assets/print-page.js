// A button that prints the page, shown only where there is a script to press it with.
const button = document.querySelector("[data-print]");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

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
