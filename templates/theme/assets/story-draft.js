// Opens a draft: a file that the form made, read in the browser and sent nowhere.
const storyDraft = (form, isUntaken, opened) => {
  const field = form.querySelector("[data-draft]");
  const status = form.querySelector("[data-draft-status]");
  const { hardHeading } = form.querySelector("[data-hard-heading]").dataset;
  const DAYS = ["date", "consent_date", "review_by"];

  const fillIn = (story) => {
    for (const name of ["title", "summary", "trust", "field", "role", "consent_reference", "hard", "accepted"]) {
      form.querySelector(`#${name}`).value = story[name];
    }
    form.querySelector("#body").value = story.told;
    for (const name of DAYS) form.querySelector(`#${name}`).value = storyDays.shown(story[name]);
    for (const box of form.querySelectorAll("[name=measures]")) box.checked = story.measures.includes(box.value);
    for (const choice of form.querySelectorAll("[name=consent]")) choice.checked = choice.value === story.consent;
  };

  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (!file) return;
    // So that the same file can be chosen again, corrected.
    field.value = "";
    const story = file.size < 1e6 ? storyFile.read(await file.text(), hardHeading) : null;
    if (!story) status.textContent = status.dataset.unknown;
    else if (!isUntaken() || confirm(status.dataset.replace)) {
      fillIn(story);
      status.textContent = status.dataset.opened;
      opened();
    }
  });
};
