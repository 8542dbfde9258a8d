// Small things that the tools do to their pages.

/**
 * The element in the page that a selector names; a page without it is wrong.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Kind}
 */
export const one = (selector, within = document) => {
  const element = within.querySelector(selector);
  if (!element) throw new Error(`The page has nothing that is ${selector}`);
  return /** @type {Kind} */ (/** @type {unknown} */ (element));
};

/**
 * @template {Element} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Kind[]}
 */
export const all = (selector, within = document) =>
  /** @type {Kind[]} */ (/** @type {unknown} */ ([...within.querySelectorAll(selector)]));

/**
 * A copy of what stands in the template with an id.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} id
 * @returns {Kind}
 */
export const clone = (id) => {
  const template = /** @type {HTMLTemplateElement} */ (one(`template#${id}`));
  const element = template.content.firstElementChild;
  if (!element) throw new Error(`The template ${id} is empty`);
  return /** @type {Kind} */ (/** @type {unknown} */ (element.cloneNode(true)));
};

/**
 * An element with a text, and attributes.
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [children]
 */
export const element = (name, attributes = {}, children = []) => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
};

/**
 * An element of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {(Node | string)[]} [children]
 */
export const drawn = (name, attributes = {}, children = []) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...children);
  return made;
};

/**
 * Tells, in an element that screen readers listen to, also where the text is what it was.
 * @param {Element} status
 * @param {string} text
 */
export const announce = (status, text) => {
  // A no-break space more is another text, and looks the same.
  status.textContent = status.textContent === text ? `${text}\u00a0` : text;
};
