// Words as the search compares them: folded, cut, and taken apart as roadmap/text/search_words.py does it.
const veikartWords = (() => {
  const SHORTEST_MISSPELLED = 5;
  // What is longer is no word, and would have thousands of neighbours.
  const LONGEST_WORD = 40;
  const SHORTEST_HALF = 4;

  const fold = (text) =>
    text
      .toLowerCase()
      .replaceAll("æ", "ae")
      .replaceAll("ø", "o")
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .replace(/a[ae]|oe/g, (two) => two[0]);
  // Each word as it was typed, and folded.
  const words = (text) =>
    (text.replaceAll("\u00ad", "").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [])
      .map((typed) => ({ typed, word: fold(typed).replace(/[^a-z0-9]/g, "") }))
      .filter(({ word }) => word && word.length <= LONGEST_WORD);

  const stem = (word, endings) => {
    if (/[0-9]/.test(word)) return word;
    if (word.length > 4 && word.endsWith("s") && !word.endsWith("ss")) word = word.slice(0, -1);
    const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3);
    if (ending) word = word.slice(0, -ending.length);
    if (word.length > 4 && word.endsWith("t")) word = word.slice(0, -1);
    if (word.length > 3 && word.at(-1) === word.at(-2)) word = word.slice(0, -1);
    return word;
  };

  const LETTERS = "abcdefghijklmnopqrstuvwxyzæøå";
  // The folded words that are one slip away from the one typed: two letters that changed places, one too many, one wrong or one missing.
  const slips = function* (word) {
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      if (after.length > 1) yield before + after[1] + after[0] + after.slice(2);
      if (after) yield before + after.slice(1);
    }
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      for (const letter of LETTERS) {
        yield before + letter + after;
        if (after) yield before + letter + after.slice(1);
      }
    }
  };

  const rightened = (typed) => (typed.length < SHORTEST_MISSPELLED ? [] : [...new Set([...slips(typed)].map(fold))]);

  const compoundParts = (word, index) => {
    for (let start = 2; start < word.length - 2; start++) {
      const tail = index.stem(word.slice(start));
      if (!index.known.has(tail)) continue;
      const head = word.slice(0, start);
      const first = index.stem(head);
      if (index.known.has(first)) return [first, tail];
      const within = compoundParts(head, index);
      if (within.length) return [...within, tail];
    }
    return [];
  };

  // The longest known word that a word begins or ends with, where the rest of it is not known.
  const halfKnown = (word, index) => {
    for (let length = word.length - 2; length >= SHORTEST_HALF; length--) {
      const half = [word.slice(0, length), word.slice(-length)].map(index.stem).find((one) => index.known.has(one));
      if (half) return [half];
    }
    return [];
  };

  return { SHORTEST_HALF, compoundParts, fold, halfKnown, rightened, stem, words };
})();
