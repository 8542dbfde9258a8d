// Files that people choose in a field.

/**
 * Hears of the files that are chosen in a field, which is then emptied: a file that was corrected can be chosen again.
 * @param {HTMLInputElement} field
 * @param {(files: File[]) => unknown} take
 */
export const onChosenFiles = (field, take) =>
  field.addEventListener("change", () => {
    const files = [...(field.files ?? [])];
    field.value = "";
    if (files.length) take(files);
  });
