// Scripts that are large and seldom needed: fetched when somebody asks for what they do.

/** @type {DOMStringMap} */
const addresses = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.dataset ?? {};

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/**
 * What the module templates/scripts/lazy/<name>.js exports. Rejects when it can't be fetched; the next call tries anew.
 * @param {string} name
 * @returns {Promise<any>}
 */
export const load = (name) => {
  const found = loading.get(name) ?? fetched(name);
  loading.set(name, found);
  found.catch(() => loading.delete(name));
  return found;
};

/** @param {string} name */
const fetched = (name) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = addresses[name] ?? "";
    script.addEventListener("load", () => resolve(globalThis.veikart[name]));
    script.addEventListener("error", () => reject(new Error(`The script ${name} can't be fetched`)));
    document.head.append(script);
  });
