// Copies the text of a field at the press of a button, which is hidden where scripts do not run.
(() => {
  /** Older browsers, and pages without HTTPS, have no clipboard to write to. @param {HTMLTextAreaElement} field */
  async function copy(field) {
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      return document.execCommand("copy");
    }
  }

  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copies]"))) {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById(part.dataset.copies ?? ""));
    const button = part.querySelector("button");
    const status = part.querySelector("[role=status]");
    part.hidden = false;
    button?.addEventListener("click", async () => {
      const copied = await copy(field);
      if (copied) button.focus();
      if (status) status.textContent = (copied ? part.dataset.copied : part.dataset.failed) ?? "";
    });
  }
})();
