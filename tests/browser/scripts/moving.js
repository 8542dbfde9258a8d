// What moves, or would move when it changes.
() => {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const changes = style.transitionDuration.split(", ").some((duration) => parseFloat(duration) > 0);
      if (changes || style.animationName !== "none" || style.scrollBehavior === "smooth") {
        found.push(`${element.tagName} ${element.className}${part ?? ""}`);
      }
    }
  }
  return found;
};
