// Boxes that hide part of their text, and lines of text that lie on one another.
() => {
  const faults = [];
  const isShown = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !/inset\(50%\)/.test(clip(element));
  const clip = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const path = getComputedStyle(at).clipPath;
      if (path !== "none") return path;
    }
    return "";
  };

  for (const element of document.body.querySelectorAll("*")) {
    if (!isShown(element) || !element.textContent.trim()) continue;
    const style = getComputedStyle(element);
    const cutsX = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutsY = ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (cutsX || cutsY) faults.push(`cut: ${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
  }

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !isShown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ box, node });
  }
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (one.node === other.node) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 3 && down > 4) faults.push(`covered: ${one.node.data.slice(0, 40)} | ${other.node.data.slice(0, 40)}`);
    }
  }
  return faults;
};
