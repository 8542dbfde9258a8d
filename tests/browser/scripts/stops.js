// How many places the Tab key should lead to. A scrolling box without any inside is one too.
() => {
  const candidates = "a[href], button, input, select, textarea, summary, [tabindex]";
  const shown = [...document.querySelectorAll(candidates)].filter(
    (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.tabIndex >= 0 && !element.disabled,
  );
  return shown.length;
};
