// What is wrong with the place that has the focus: nothing, or what a reader would not see.
() => {
  const element = document.activeElement;
  const name = `${element.tagName} ${element.className} «${element.textContent.trim().slice(0, 40)}»`;
  if (element === document.body) return "nothing has the focus";
  const style = getComputedStyle(element);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
  const points = [...element.getClientRects()].flatMap((box) => {
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return [];
    return [0.1, 0.5, 0.9].map((share) => [left + share * (right - left), (top + bottom) / 2]);
  });
  if (points.length === 0) return `outside the window: ${name}`;
  const isHit = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || top.contains(element));
  };
  return points.some(isHit) ? "" : `covered: ${name}`;
};
