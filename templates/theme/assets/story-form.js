// The form that writes a story. What is written stays in the page: nothing is kept, and nothing is sent from here.
(() => {
  const form = document.querySelector("[data-story-form]");
  const one = (selector) => form.querySelector(selector);
  const { say } = storyChecks;
  const { alone, inForm } = storyMessages(form);
  const fields = [...form.querySelectorAll("[data-field]")];
  const fieldOf = (name) => fields.find((field) => field.dataset.field === name);
  const controlOf = (field) => field.querySelector(`#${field.dataset.field}`);
  const source = one("[data-hard-heading]").dataset;
  const status = one("[data-status]");
  const DAYS = ["date", "consent_date", "review_by"];
  const read = storyReading(form);
  let isUntaken = false;

  // What no check could be made of is said, and counts as wrong.
  const failed = one("[data-failed]");
  const attempt = (action, otherwise) => {
    try {
      return action();
    } catch {
      failed.hidden = false;
      return otherwise;
    }
  };

  const story = () => {
    const data = new FormData(form);
    const value = (name) => storyFile.line(data.get(name) ?? "");
    const told = storyFile.lines(data.get("body"));
    const hard = storyFile.lines(data.get("hard"));
    const parts = [told, hard && `## ${source.hardHeading}\n\n${hard}`];
    const written = {
      told,
      hard,
      accepted: value("accepted"),
      acceptedKinds: [],
      ...Object.fromEntries(Object.keys(storyRules.fields).map((name) => [name, value(name)])),
      ...Object.fromEntries(DAYS.map((name) => [name, storyDays.read(value(name))])),
      measures: data.getAll("measures"),
      body: parts.filter(Boolean).join("\n\n"),
    };
    return written.accepted ? { ...written, acceptedKinds: attempt(() => storyChecks.toAccept(written), []) } : written;
  };

  // The file, and what is said of it, as it is now.
  const show = () => {
    const hasConsent = one("[name=consent]:checked")?.value === "innhentet";
    form.querySelectorAll("[data-with-consent]").forEach((field) => {
      field.hidden = !hasConsent;
      field.querySelector("input").disabled = !hasConsent;
    });
    failed.hidden = true;
    const now = story();
    fieldOf("accepted").hidden = !attempt(() => storyChecks.toAccept(now), []).length;
    one("[data-file-name]").textContent = storyFile.name(now.title);
    one("[data-file]").textContent = storyFile.text(now);
    read(now);
    const count = one("[data-words]");
    count.textContent = say(count.dataset.words, { count: storyChecks.words(now.body), bounds: storyRules.length.bounds });
    return now;
  };

  const mark = (field, messages) => {
    const control = controlOf(field);
    const marked = control.type === "radio" ? field : control;
    field.querySelector("[data-error]").textContent = messages.join(" ");
    field.classList.toggle("form-field--wrong", messages.length > 0);
    if (messages.length) marked.setAttribute("aria-invalid", "true");
    else marked.removeAttribute("aria-invalid");
  };

  // In the order of the form, which is not that of the file.
  const problemsOf = (now) => {
    const place = ({ field }) => fields.indexOf(fieldOf(field));
    return storyChecks.problems(now).sort((first, second) => place(first) - place(second));
  };

  const messagesOf = (problems, field) =>
    problems.filter((problem) => problem.field === field.dataset.field).map(inForm);

  const summarise = (problems) => {
    const summary = one("[data-summary]");
    summary.hidden = !problems.length;
    const { one: single, more } = summary.dataset;
    summary.querySelector("h2").textContent = problems.length === 1 ? single : say(more, { count: problems.length });
    summary.querySelector("ul").replaceChildren(
      ...problems.map((problem) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = `#${problem.field}`;
        link.textContent = alone(problem);
        item.append(link);
        return item;
      }),
    );
  };

  // Marks all that is wrong, and takes the writer to it. Gives whether nothing is.
  const check = () => {
    const now = show();
    const problems = attempt(() => problemsOf(now), []);
    fields.forEach((field) => mark(field, messagesOf(problems, field)));
    summarise(problems);
    const isRight = failed.hidden && !problems.length;
    one("[data-done]").hidden = !isRight;
    status.textContent = "";
    if (!isRight) (failed.hidden ? one("[data-summary]") : failed).focus();
    return isRight;
  };

  // From within the click, so that a browser allows it, and what is opened after it does not take it away.
  const copied = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    form.append(area);
    const focused = document.activeElement;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused.focus();
    return done;
  };

  const tell = (done, message) => {
    status.textContent = done ? message : status.dataset.notCopied;
    if (done) isUntaken = false;
    else one("details").open = true;
  };

  const hostAddress = ({ page, folder, nameParameter, textParameter, longest }, name, text) => {
    const named = `${page}?${nameParameter}=${encodeURIComponent(folder + name).replaceAll("%2F", "/")}`;
    const filled = textParameter ? `${named}&${textParameter}=${encodeURIComponent(text)}` : "";
    return filled && filled.length <= Number(longest) ? { address: filled, isFilled: true } : { address: named };
  };

  const ways = {
    copy: (way, text) => tell(copied(text), way.dataset.copied),
    download(way, text, name) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      tell(true, say(way.dataset.downloaded, { file: name }));
    },
    mail(way, text, name, event) {
      if (!check()) return event.preventDefault();
      const { address, subject, body } = way.dataset;
      tell(copied(text), way.dataset.copied);
      const title = say(subject, { title: story().title });
      way.href = `mailto:${address}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
    },
    host(way, text, name, event) {
      if (!check()) return event.preventDefault();
      const { address, isFilled } = hostAddress(way.dataset, name, text);
      way.href = address;
      if (isFilled) tell(true, way.dataset.filledIn);
      else tell(copied(text), way.dataset.pasted);
    },
  };

  for (const way of form.querySelectorAll("[data-way]")) {
    way.addEventListener("click", (event) => {
      const now = story();
      ways[way.dataset.way](way, storyFile.text(now), storyFile.name(now.title), event);
    });
  }

  // No button that submits, so that Enter in a line checks nothing, and the browser sends nothing where this script stops.
  one("[data-check]").addEventListener("click", () => {
    if (check()) one("[data-done]").focus();
  });

  // What is mended says so at once: were it said on leaving the field, the button that is pressed next would move away.
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-find-measure], [data-draft]")) return;
    isUntaken = true;
    const now = show();
    one("[data-done]").hidden = true;
    const wrong = fields.filter((field) => field.classList.contains("form-field--wrong"));
    if (!wrong.length) return;
    const problems = attempt(() => problemsOf(now), []);
    wrong.forEach((field) => mark(field, messagesOf(problems, field)));
  });

  // A browser scrolls to what a link names; to write there at once, it must have the focus too.
  one("[data-summary]").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const control = one(link.hash);
    control.focus();
    control.closest("[data-field]").scrollIntoView({ block: "nearest" });
  });

  const find = one("[data-find-measure]");
  const items = [...form.querySelectorAll("[data-field=measures] li")];
  let telling;
  find.addEventListener("input", () => {
    const parts = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      const text = `${item.textContent} ${item.dataset.about}`.toLowerCase();
      item.hidden = !item.querySelector("input").checked && !parts.every((part) => text.includes(part));
    }
    // When they have stopped typing, so that not every key is heard.
    clearTimeout(telling);
    telling = setTimeout(() => {
      const found = one("[data-found]");
      const count = items.filter((item) => !item.hidden).length;
      found.textContent = parts.length ? say(found.dataset.some, { count, all: items.length }) : "";
    }, 600);
  });
  const reading = one("[data-reading]");
  one("[data-show-reading]").addEventListener("click", () => {
    reading.hidden = false;
    reading.focus();
  });
  one("[data-print]").addEventListener("click", () => print());

  // What is opened lies in a file already; what was said of the text before it does not hold.
  storyDraft(form, () => isUntaken, () => {
    isUntaken = false;
    show();
    one("[data-done]").hidden = true;
    fields.forEach((field) => mark(field, []));
    summarise([]);
  });

  addEventListener("beforeunload", (event) => {
    if (isUntaken) event.preventDefault();
  });

  const chosen = new URL(location).searchParams.getAll("tiltak");
  form.reset();
  items.forEach((item) => {
    const box = item.querySelector("input");
    box.checked = chosen.includes(box.value);
  });
  one("#review_by").value = storyDays.shown(storyDays.yearsOn(storyRules.story.yearsToReview));
  show();
})();
