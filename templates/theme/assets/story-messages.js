// What the check says, in the words of the form: its labels for fields and values, and cures that are done here.
const storyMessages = (form) => {
  const cures = form.querySelector("[data-cures]");
  const labels = new Map([...form.querySelectorAll("[data-field]")].map(({ dataset }) => [dataset.field, dataset.label]));
  const choices = [...form.querySelectorAll("[type=radio]")].map((choice) => [choice.value, choice.closest("label").textContent.trim()]);
  const names = new Map([...labels, ...choices]);

  const isChosen = (field) => form.querySelector(`#${field}`).matches("select, [type=checkbox], [type=radio]");

  const inForm = ({ field, rule, message }) => {
    const named = message.replace(/«([^»]*)»/g, (all, name) => (names.has(name) ? `«${names.get(name)}»` : all));
    const cure = cures.getAttribute(`data-cure-${rule === "missing" && isChosen(field) ? "choice" : rule}`);
    return storyDays.shown(cure ? `${named.split(" – ")[0]} – ${cure}` : named);
  };

  // The message where nothing else says which field it is about.
  const alone = (problem) => {
    const message = inForm(problem);
    const label = labels.get(problem.field);
    return message.startsWith(`«${label}»`) ? message : `${label}: ${message}`;
  };

  return { alone, inForm };
};
