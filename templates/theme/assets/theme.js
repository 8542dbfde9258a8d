// Light or dark: the reader's choice if there is one, else what the machine is set to.
(() => {
  const sheet = document.getElementById("dark");
  const machine = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => matchMedia(sheet.media).matches;
  const choose = (theme) => (sheet.media = theme === "dark" ? "all" : "not all");

  // Storage is blocked on some shared machines; the choice then lasts for the page.
  const storage = {
    read() {
      try {
        return localStorage.getItem("theme");
      } catch {
        return null;
      }
    },
    write(theme) {
      try {
        localStorage.setItem("theme", theme);
      } catch {
        return;
      }
    },
  };
  if (storage.read()) choose(storage.read());

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-toggle]");
    const name = () => (button.textContent = isDark() ? "Lys visning" : "Mørk visning");
    name();
    button.hidden = false;
    machine.addEventListener("change", name);
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      choose(theme);
      storage.write(theme);
      name();
    });
  });
})();
