// How many places the Tab key should lead to. A scrolling box without any inside is one too, and a
// group of radio buttons is one together. A date has its day, month, year and calendar.
() => {
  const candidates = "a[href], button, input, select, textarea, summary, [tabindex]";
  const shown = [...document.querySelectorAll(candidates)].filter(
    (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.tabIndex >= 0 && !element.disabled,
  );
  const isFirst = (one) => one.type !== "radio" || shown.find((other) => other.name === one.name) === one;
  return shown.filter(isFirst).reduce((count, { type }) => count + (type === "date" ? 4 : 1), 0);
};
