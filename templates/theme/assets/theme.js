// What needs a script has its place from the first paint, so that nothing moves when it is shown.
document.documentElement.classList.remove("no-js");

// Light or dark: the reader's choice if there is one, else what the machine is set to.
(() => {
  const sheet = document.getElementById("dark");
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
    document.querySelector("[data-theme-toggle]").addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      choose(theme);
      storage.write(theme);
    });
  });
})();
