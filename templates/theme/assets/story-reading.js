// A story as its readers get it, for the patient and the leader to read before it goes anywhere.
const storyReading = (form) => {
  const reading = form.querySelector("[data-reading]");
  const one = (name) => reading.querySelector(`[data-read=${name}]`);
  const hardHeading = form.querySelector("[data-hard-heading]").dataset.hardHeading;

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const paragraphs = (text) => text.split(/\n{2,}/).filter(Boolean).map((part) => element("p", part));

  // What is chosen, as the form calls it.
  const shownOf = (name, value) => {
    const control = form.querySelector(`#${name}`);
    if (control.matches("select")) return control.selectedOptions[0].value && control.selectedOptions[0].textContent;
    if (!control.matches("[type=checkbox], [type=radio]")) return storyDays.shown(value);
    return [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.closest("label").textContent.trim()).join("; ");
  };

  // Whether there is anything to read decides what a printer gets: the story, or a sheet to fill in.
  return (story) => {
    one("title").textContent = story.title;
    one("summary").textContent = story.summary;
    const hard = story.hard ? [element("h3", hardHeading), ...paragraphs(story.hard)] : [];
    one("text").replaceChildren(...paragraphs(story.told), ...hard);
    for (const fact of reading.querySelectorAll("[data-fact]")) {
      const shown = shownOf(fact.dataset.fact, String(story[fact.dataset.fact]));
      fact.querySelector("dd").textContent = shown;
      fact.hidden = !shown;
    }
    form.classList.toggle("story-form--written", Boolean(story.title || story.summary || story.body));
  };
};
