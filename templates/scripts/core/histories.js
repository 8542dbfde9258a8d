// What each document was like before its changes, and what was undone.

const MOST_STEPS = 200;

/** @typedef {{ past: any[], future: any[], merge: string | null }} History */

export const histories = () => {
  /** @type {Map<string, History>} */
  const all = new Map();
  const of = (/** @type {string} */ id) => {
    const history = all.get(id) ?? { past: [], future: [], merge: null };
    all.set(id, history);
    return history;
  };
  /** @type {(from: any[], to: any[], now: any) => any} */
  const moved = (from, to, now) => {
    to.push(now);
    return from.pop();
  };

  return {
    canUndo: (/** @type {string} */ id) => of(id).past.length > 0,
    canRedo: (/** @type {string} */ id) => of(id).future.length > 0,
    /**
     * Remembers what a document was before a change. Changes with the same `merge`, one after the other, are one step.
     * @param {string} id
     * @param {any} before
     * @param {string} [merge]
     * @returns {boolean} whether it is a step of its own
     */
    step(id, before, merge) {
      const history = of(id);
      const isSame = merge !== undefined && merge === history.merge && history.past.length > 0;
      if (!isSame) history.past = [...history.past, before].slice(-MOST_STEPS);
      history.future = [];
      history.merge = merge ?? null;
      return !isSame;
    },
    /** What a document was before its last step. @type {(id: string, now: any) => any} */
    undone(id, now) {
      const history = of(id);
      history.merge = null;
      return moved(history.past, history.future, now);
    },
    /** @type {(id: string, now: any) => any} */
    redone(id, now) {
      const history = of(id);
      history.merge = null;
      return moved(history.future, history.past, now);
    },
    /** @type {(from: string, to: string) => void} */
    move(from, to) {
      all.set(to, of(from));
      all.delete(from);
    },
    forget: (/** @type {string} */ id) => all.delete(id),
    clear: () => all.clear(),
  };
};
