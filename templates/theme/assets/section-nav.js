// The list of pages in a section lies open beside the text, and folded above it where there is no room beside.
const lists = document.querySelectorAll("[data-open-on-desk]");
const desk = matchMedia("(min-width: 64em)");
const fold = () => lists.forEach((list) => (list.open = desk.matches));
fold();
desk.addEventListener("change", fold);
