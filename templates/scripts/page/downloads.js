// Files that are made in the page and taken away from it.

/**
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export const download = (name, content, type) => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers begin to read it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
