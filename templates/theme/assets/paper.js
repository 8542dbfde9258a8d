// What a sheet needs and a style sheet can't give: the page's address on every sheet but the first, and all that is folded
// lying open. What shares a name closes each other, so the name is put aside meanwhile. Where no operator has said where the
// site lives, it is where it was reached; one opened from the disk has no address that others could reach.
const withoutScheme = (url) => url.replace(/^https?:\/\//, "");
const address = document.querySelector("[data-address]");
if (address && !address.textContent && location.protocol !== "file:") {
  const root = withoutScheme(new URL(document.documentElement.dataset.root, location.href).href);
  address.textContent = withoutScheme(location.origin + location.pathname).replace(/\/$/, "");
  document.querySelectorAll("[data-site]").forEach((place) => (place.textContent = root));
}
if (address?.textContent) document.documentElement.style.setProperty("--address", JSON.stringify(address.textContent));

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
