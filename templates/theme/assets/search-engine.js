// Finds what a reader writes in the index that the build made (roadmap/site/search/). Knows nothing of the page.
const veikartSearch = (() => {
  const { SHORTEST_HALF, compoundParts, halfKnown, rightened, stem, words } = veikartWords;
  const NAMED = 1e6;
  const ANSWERED = 1e4;
  // What a meaning counts beside the word itself: where the site has the word too, and where it hasn't.
  const MEANING = { beside: 0.75, alone: 0.95 };
  const PARTS = { beside: 0.35, alone: 0.8 };
  // What a word counts that only begins like the one written, and one of which only the half is known.
  const BEGINNING = 0.6;
  const HALF = 0.5;
  const SLIP = 0.8;
  const LONG = 8;
  const MOST_BEGINNINGS = 12;
  const LONGEST_PHRASE = 4;
  const LONGEST_QUERY = 20;
  // The words of a phrase, where it has a meaning of its own.
  const WITHIN_PHRASE = 0.6;
  // What a document keeps of its rank that meets next to nothing of a query.
  const LEAST_MET = 0.3;
  // Hits that are this much weaker than the best are chance.
  const WEAKEST = 0.3;

  // ---- Files: scripts that hand over what they hold, since a page from a file share may load nothing else.

  const here = document.currentScript.src;
  const files = new Map();
  let prepared;
  const receivers = new Map();

  const load = (name) => {
    if (!files.has(name)) {
      files.set(
        name,
        new Promise((resolve, reject) => {
          receivers.set(name, resolve);
          const script = document.createElement("script");
          script.src = new URL(`search/${name}.js`, here);
          script.onerror = () => {
            // Where a new edition was published meanwhile, the next search begins with its core.
            files.clear();
            prepared = undefined;
            reject(new Error(name));
          };
          document.head.append(script);
        }),
      );
    }
    return files.get(name);
  };
  const take = (name, data) => receivers.get(name)(data);

  // ---- The index.

  const prepare = () => {
    prepared ||= load("core").then((core) => {
      const spelled = new Map();
      for (const line of core.words.split("\n")) {
        const [word, form] = line.split(" ");
        spelled.set(word, form || word);
      }
      const all = [...spelled.keys(), ...Object.keys(core.synonyms)];
      const known = new Set(all.filter((word) => word.length > 3 && !/[ 0-9]/.test(word)));
      core.short.forEach((word) => known.add(word));
      return {
        ...core,
        spelled,
        known,
        ignored: new Set(core.ignored),
        stem: (word) => stem(word, core.endings),
        answers: core.answers.map(([asked, number]) => [asked.split(" "), number]),
      };
    });
    return prepared;
  };

  // ---- A query: what it needs, each need with the words that would meet it, and what they count.

  const meanings = (key, index) => (Object.hasOwn(index.synonyms, key) ? index.synonyms[key] : []);

  // A word itself and what is meant by it.
  const waysOf = (one, index) => [
    ...(index.spelled.has(one) ? [{ stems: [one], counts: 1 }] : []),
    ...meanings(one, index).map((stems) => ({ stems, counts: index.spelled.has(one) ? MEANING.beside : MEANING.alone })),
  ];

  const needOf = ({ typed, word }, index) => {
    const one = index.stem(word);
    const ways = waysOf(one, index);
    const parts = compoundParts(word, index);
    const compound = parts.length ? [together(parts, index, ways.length ? PARTS.beside : PARTS.alone)] : [];
    if (ways.length) return { ways: [...ways, ...compound] };
    // A long word that is one slip from a known one is that rather than some compound.
    const nearly = compound.length && one.length >= LONG ? misspelled(typed, index) : undefined;
    if (nearly && nearly.corrected.word.length >= LONG) return { ...nearly, ways: [...nearly.ways, ...compound] };
    if (compound.length) return { ways: compound };
    const within = containing(word, one, index);
    if (within.length) return { ways: within };
    const meant = misspelled(typed, index);
    if (meant) return meant;
    const half = halfKnown(word, index);
    if (half.length) return { ways: [together(half, index, HALF)] };
    return misspelledCompound(typed, index) || { ways: [] };
  };

  // The parts of a compound, each with what is meant by it.
  const together = (parts, index, counts) => ({
    stems: [...new Set(parts.flatMap((part) => waysOf(part, index).flatMap((way) => way.stems)))],
    counts,
  });

  // The shortest words that begin with what was written, or else have it within them.
  const containing = (word, one, index) => {
    if (word.length < 3) return [];
    const all = [...index.spelled.keys()];
    let longer = all.filter((known) => known.startsWith(word) || known.startsWith(one));
    if (!longer.length && one.length >= SHORTEST_HALF) longer = all.filter((known) => known.includes(one));
    const shortest = longer.sort((a, b) => a.length - b.length).slice(0, MOST_BEGINNINGS);
    return shortest.map((known) => ({ stems: [known], counts: (BEGINNING * one.length) / known.length }));
  };

  // Of several words that were one slip away, the longest: the others fit by what was cut off.
  const misspelled = (typed, index) => {
    const right = rightened(typed)
      .map((word) => ({ word, one: index.stem(word) }))
      .filter(({ one }) => !index.ignored.has(one) && (index.spelled.has(one) || meanings(one, index).length))
      .sort((first, second) => second.one.length - first.one.length)[0];
    return right && corrected(typed, right.word, waysOf(right.one, index), index);
  };

  const misspelledCompound = (typed, index) => {
    for (const right of rightened(typed)) {
      const parts = compoundParts(right, index);
      if (parts.length) return corrected(typed, right, [together(parts, index, PARTS.alone)], index);
    }
    return undefined;
  };

  const corrected = (typed, right, ways, index) => ({
    ways: ways.map((way) => ({ ...way, counts: way.counts * SLIP })),
    corrected: { typed, word: right, spelled: index.spelled.get(index.stem(right)) || right },
  });

  const stemsOf = (asked, index) => asked.map(({ word }) => index.stem(word));

  const needsOf = (typed, index) => {
    const asked = typed.filter(({ word }) => word.length > 1);
    const telling = ({ word }) => !index.ignored.has(index.stem(word));
    const needs = [];
    for (let at = 0; at < asked.length; ) {
      const length = phraseAt(asked, at, index);
      if (length) {
        const phrase = stemsOf(asked.slice(at, at + length), index);
        const ways = meanings(phrase.join(" "), index).map((stems) => ({ stems, counts: 1 }));
        needs.push({ ways: [...ways, { stems: phrase.filter((word) => index.spelled.has(word)), counts: WITHIN_PHRASE }] });
        at += length;
        continue;
      }
      if (telling(asked[at]) || !asked.some(telling)) needs.push(needOf(asked[at], index));
      at++;
    }
    // «video rom» may be «videorom».
    for (let at = 0; at + 1 < asked.length; at++) {
      const joined = index.stem(asked[at].word + asked[at + 1].word);
      if (index.spelled.has(joined)) needs.push({ ways: [{ stems: [joined], counts: 1 }] });
    }
    return needs;
  };

  // How many words from `at` on are a phrase with a meaning of its own.
  const phraseAt = (asked, at, index) => {
    for (let length = Math.min(LONGEST_PHRASE, asked.length - at); length > 1; length--) {
      const key = stemsOf(asked.slice(at, at + length), index).join(" ");
      if (meanings(key, index).length) return length;
    }
    return 0;
  };

  // ---- Ranks.

  const postingsOf = async (stems, index) => {
    const numbered = new Map();
    for (const word of stems) {
      let part = index.starts.length - 1;
      while (part > 0 && index.starts[part] > word) part--;
      numbered.set(word, part);
    }
    const parts = new Map();
    await Promise.all(
      [...new Set(numbered.values())].map(async (part) => parts.set(part, await load(`${index.edition}/words-${part}`))),
    );
    const postings = new Map();
    for (const [word, part] of numbered) {
      const flat = Object.hasOwn(parts.get(part), word) ? parts.get(part)[word] : [];
      const found = new Map();
      for (let at = 0, number = 0; at < flat.length; at += 2) {
        number += flat[at];
        found.set(number, flat[at + 1]);
      }
      postings.set(word, found);
    }
    return postings;
  };

  const ranked = async (typed, index) => {
    const needs = needsOf(typed, index);
    const stems = new Set(needs.flatMap((need) => need.ways.flatMap((way) => way.stems)));
    const postings = await postingsOf(stems, index);
    const ranks = new Map();
    const met = new Map();
    for (const need of needs) {
      const best = new Map();
      for (const way of need.ways) {
        const sum = new Map();
        for (const word of way.stems) {
          for (const [number, rank] of postings.get(word)) sum.set(number, (sum.get(number) || 0) + rank);
        }
        for (const [number, rank] of sum) {
          best.set(number, Math.max(best.get(number) || 0, (way.counts * rank) / Math.sqrt(way.stems.length)));
        }
      }
      for (const [number, rank] of best) {
        ranks.set(number, (ranks.get(number) || 0) + rank);
        met.set(number, (met.get(number) || 0) + 1);
      }
    }
    for (const [number, rank] of ranks) ranks.set(number, rank * (LEAST_MET + ((1 - LEAST_MET) * met.get(number)) / needs.length));
    const corrections = needs.flatMap((need) => (need.corrected ? [need.corrected] : []));
    const meant = new Map(corrections.map((correction) => [correction.typed, correction]));
    prefer(ranks, typed.map((word) => meant.get(word.typed) || word), index);
    return { ranks, corrections };
  };

  // What a reader names («k 2», «steg e»), or asks in words that a page is the answer to, comes first.
  const prefer = (ranks, typed, index) => {
    const add = (number, more) => ranks.set(number, (ranks.get(number) || 0) + more);
    const typedWords = typed.map(({ word }) => word);
    for (const name of [typedWords.join(""), ...typedWords.map((word, at) => word + (typedWords[at + 1] || ""))]) {
      // «a3» within a longer query may be a size of paper; «tiltak a3» is not.
      const isWhole = name === typedWords.join("");
      if ((isWhole || /^[a-z]{3}/.test(name)) && Object.hasOwn(index.names, name)) add(index.names[name], NAMED);
    }
    const stems = stemsOf(typed.filter(({ word }) => word.length > 1), index);
    const saying = stems.map((one) => [one, ...meanings(one, index).filter((means) => means.length === 1).flat()]);
    const said = new Set(saying.flat());
    const telling = saying.filter(([one]) => !index.ignored.has(one));
    for (const [asked, number] of index.answers) {
      const isAll = telling.every((forms) => forms.some((form) => asked.includes(form)));
      if (isAll && asked.every((word) => said.has(word))) add(number, ANSWERED);
    }
  };

  const strongest = (ranks) => {
    const sorted = [...ranks].sort(([one, first], [other, second]) => second - first || one - other);
    const best = sorted.find(([, rank]) => rank < ANSWERED / 10)?.[1] || 0;
    return sorted.filter(([, rank]) => rank >= best * WEAKEST).map(([number]) => number);
  };

  const root = new URL("..", here);
  // From a file share no server finds the page in its folder.
  const onThisSite = (url) =>
    new URL(root.protocol === "file:" && /(^|\/)$/.test(url) ? `${url}index.html` : url, root).href;

  const described = async (number, index) => {
    const story = number - index.documents.length;
    const shown =
      story < 0
        ? index.documents[number]
        : (await load(`${index.edition}/stories-${Math.floor(story / index.storiesAFile)}`))[story % index.storiesAFile];
    const [group, url, title, label, context, summary] = shown;
    return { group, href: onThisSite(url), title, label, context, summary };
  };

  // The best `most` of what a query finds, how many there are, and the words that were taken for others.
  const search = async (query, most) => {
    const index = await prepare();
    const { ranks, corrections } = await ranked(words(query).slice(0, LONGEST_QUERY), index);
    const numbers = strongest(ranks);
    const hits = await Promise.all(numbers.slice(0, most).map((number) => described(number, index)));
    return { hits, total: numbers.length, corrections, groups: index.groups };
  };

  return { take, prepare, search };
})();
