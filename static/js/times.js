// Keeps "3 minutes ago" true while a page stays open, in the language of the page.
(() => {
  const STEPS = /** @type {const} */ ([
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ]);
  const justNow = document.currentScript?.dataset.justNow ?? "";
  const relative = new Intl.RelativeTimeFormat(document.documentElement.lang);

  /** @param {number} seconds */
  function words(seconds) {
    for (const [unit, size] of STEPS) {
      const count = Math.floor(seconds / size);
      if (count >= 1) return relative.format(-count, unit);
    }
    return justNow;
  }

  function refresh() {
    for (const element of /** @type {NodeListOf<HTMLTimeElement>} */ (document.querySelectorAll("time[data-ago]"))) {
      const seconds = (Date.now() - Date.parse(element.dateTime)) / 1000;
      if (seconds < 7 * 86_400) element.textContent = words(seconds);
    }
  }

  setInterval(refresh, 30_000);
  document.addEventListener("visibilitychange", refresh);
})();
