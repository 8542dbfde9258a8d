// A day as Norwegians write it, and as the file has it.
const storyDays = (() => {
  const NUMBERS = /^(\d{1,2})(?:\. ?|[/-])(\d{1,2})(?:\. ?|[/-])(\d{4}|\d{2})$/;
  const WORDS = /^(?:(\d{1,2})\.? ?)?(\p{L}{3,})\.? (\d{4}|\d{2})$/u;
  const STORED = /\b(\d{4})-(\d\d)-(\d\d)\b/g;

  const monthOf = (word) => storyRules.months.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;

  const stored = (year, month, day) => `${year.padStart(4, "20")}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;

  // As the file has it; what is no day at all stays as it is written. A month is its first day.
  const read = (text) => {
    const numbers = text.match(NUMBERS);
    if (numbers) return stored(numbers[3], numbers[2], numbers[1]);
    const words = text.match(WORDS);
    return words && monthOf(words[2]) ? stored(words[3], monthOf(words[2]), words[1] ?? "1") : text;
  };

  // A text with its days as they are read.
  const shown = (text) => text.replace(STORED, (all, year, month, day) => `${Number(day)}.${Number(month)}.${year}`);

  const hasForm = (text) => /^\d{4}-\d\d-\d\d$/.test(text);

  const isDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return hasForm(text) && !isNaN(day) && day.toISOString().startsWith(text);
  };

  const yearsOn = (years, date = new Date()) => {
    const later = new Date(Date.UTC(date.getFullYear() + years, date.getMonth(), date.getDate()));
    // There is no 29 February then.
    if (later.getUTCDate() !== date.getDate()) later.setUTCDate(0);
    return later.toISOString().slice(0, 10);
  };

  return { hasForm, isDay, read, shown, yearsOn };
})();
