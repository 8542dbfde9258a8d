// The texts of a tool's page, from the templates «data-texts» in it.

/**
 * The text of a name with its values filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export const say = (key, values = {}) => {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`The page has no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
};

/**
 * A text for one or for more.
 * @param {string} key
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 */
export const sayCount = (key, count, values = {}) => say(count === 1 ? `${key}-one` : key, { count, ...values });

/**
 * A text about a file that was opened, and how much of the file did not come along.
 * @param {string} text
 * @param {number} unread
 */
export const withUnread = (text, unread) => (unread ? `${text} ${sayCount("file-unread", unread)}` : text);

/** @type {Map<string, string>} */
const texts = new Map(
  [...document.querySelectorAll("template[data-texts]")]
    .flatMap((template) => [.../** @type {HTMLTemplateElement} */ (template).content.querySelectorAll("[data-text]")])
    .map((element) => [element.getAttribute("data-text") ?? "", (element.textContent ?? "").trim().replace(/[ \n]+/g, " ")]),
);
