// Scripts that are large and seldom needed: fetched when somebody asks for what they do.

// Scripts have their addresses in attributes of their own, so that no search of the page for `data-plan` finds them.
const { currentScript } = document;

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
    script.src = currentScript?.getAttribute(`data-lazy-${name}`) ?? "";
    script.addEventListener("load", () => resolve(globalThis.veikart[name]));
    script.addEventListener("error", () => reject(new Error(`The script ${name} can't be fetched`)));
    document.head.append(script);
  });
