// How the page is looked at, kept for as long as the tab is open.

const KEYS = { large: "veikart:storskjerm", chapters: "veikart:kapitler", chapter: "veikart:kapittel" };

/** @typedef {keyof typeof KEYS} View */

/** @param {View} view @returns {string} empty where nothing is kept */
export const kept = (view) => {
  try {
    return sessionStorage.getItem(KEYS[view]) ?? "";
  } catch {
    return "";
  }
};

/** @param {View} view @param {string} value an empty one is forgotten */
export const keep = (view, value) => {
  try {
    if (value) sessionStorage.setItem(KEYS[view], value);
    else sessionStorage.removeItem(KEYS[view]);
  } catch {
    // A browser that keeps nothing shows the next page as it shows the first.
  }
};
