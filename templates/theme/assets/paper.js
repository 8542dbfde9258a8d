// What a sheet needs and a style sheet can't give: the page's address on every sheet but the first, and all that is folded
// lying open. What shares a name closes each other, so the name is put aside meanwhile.
const address = document.querySelector("[data-address]");
if (address) document.documentElement.style.setProperty("--address", JSON.stringify(address.textContent));

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("article details")].map((details) => [details, details.name, details.open]);
  folded.forEach(([details]) => (details.name = ""));
  folded.forEach(([details]) => (details.open = true));
});
addEventListener("afterprint", () => {
  folded.forEach(([details, , open]) => (details.open = open));
  folded.forEach(([details, name]) => (details.name = name));
});
