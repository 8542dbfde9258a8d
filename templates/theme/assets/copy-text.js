// Buttons that copy a ready-made text, shown only where there is a script to press them with.
const BLOCKS = "p, li, h2, h3, h4, h5, tr, pre";

// The text as a mail or a form takes it: a line for each item, and an empty one between paragraphs.
const plainText = (body) => {
  const lines = [];
  for (const block of body.querySelectorAll(BLOCKS)) {
    if (block.parentElement.closest("li > p, tr, pre") || block.matches("li > p")) continue;
    const item = block.closest("li");
    const copy = block.cloneNode(true);
    copy.querySelectorAll("ul, ol").forEach((list) => list.remove());
    copy.querySelectorAll("br").forEach((line) => line.replaceWith("\n"));
    const cells = [...copy.querySelectorAll("th, td")].map((cell) => cell.textContent.trim());
    const text = (cells.length ? cells.join("\t") : copy.textContent).replace(/[ \r\n]+/g, " ").trim();
    const follows = lines.length && (item || cells.length) && lines.at(-1).kind === block.tagName;
    lines.push({ kind: block.tagName, text: `${lines.length && !follows ? "\n" : ""}${mark(item)}${text}` });
  }
  return lines.map((line) => line.text).join("\n");
};

const mark = (item) => {
  if (!item) return "";
  const list = item.parentElement;
  const depth = "    ".repeat([...ancestors(list)].length);
  return depth + (list.tagName === "OL" ? `${[...list.children].indexOf(item) + (list.start || 1)}. ` : "– ");
};

function* ancestors(list) {
  for (let item = list.parentElement.closest("li"); item; item = item.parentElement.closest("li")) yield item;
}

// Whether the text got onto the clipboard.
const copy = async (body) => (await copyBothForms(body)) || copySelected(body);

const copyBothForms = async (body) => {
  const text = plainText(body);
  try {
    if (window.ClipboardItem) {
      const as = (content, type) => new Blob([content], { type });
      const item = { "text/plain": as(text, "text/plain"), "text/html": as(body.innerHTML, "text/html") };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    return true;
  } catch {
    // There is no clipboard to write to where the intranet is served without encryption, or the browser denies it.
    return false;
  }
};

// Such a browser may still copy what is selected; where it does not, the text stays selected for the reader to copy.
const copySelected = (body) => {
  getSelection().selectAllChildren(body);
  const copied = document.execCommand("copy");
  if (copied) getSelection().removeAllRanges();
  return copied;
};

for (const button of document.querySelectorAll("[data-copy]")) {
  const done = button.parentElement.querySelector("[data-copied]");
  let clearing;
  button.hidden = false;
  button.addEventListener("click", async () => {
    clearTimeout(clearing);
    done.textContent = "";
    const copied = await copy(button.closest(".ready-text__variant, .ready-text").querySelector(".ready-text__body"));
    done.textContent = copied ? done.dataset.copied : done.dataset.notCopied;
    if (copied) clearing = setTimeout(() => (done.textContent = ""), 4000);
  });
}
