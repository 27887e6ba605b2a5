// Live pages: one stream per page that is looked at, no row twice, and what a person unfolded stays so.
(() => {
  const REST_AFTER = 60_000;
  const LONGEST_PRESS = 3_000;
  const LOOK_AGAIN = 300;
  const FIRST_RETRY = 5_000;
  const LONGEST_RETRY = 60_000;

  /** When what an event names was last changed, in microseconds. @type {Map<string, number>} */
  const told = new Map();

  /**
   * An EventSource that rests while its page is hidden. A browser opens only six connections to a server that
   * speaks HTTP/1.1: seven forgotten tabs would leave none for the eighth.
   *
   * A browser gives up after an answer such as 503, which a person with very many pages gets. So this asks again,
   * later each time, and at once when the page is looked at again. What came in between is not lost.
   */
  class RestingSource {
    /** @type {((event: Event) => void) | null} */
    onopen = null;
    /** @type {((event: Event) => void) | null} */
    onerror = null;
    /** @type {Map<string, Set<EventListener>>} */
    #listeners = new Map();
    /** @type {EventSource | null} */
    #source = null;
    #ended = false;
    #timer = 0;
    #pause = FIRST_RETRY;

    /** @param {string} url */
    constructor(url) {
      this.url = new URL(url, location.href);
      document.addEventListener("visibilitychange", this.#look);
      this.#wake();
    }

    get readyState() {
      if (this.#ended) return EventSource.CLOSED;
      return this.#source?.readyState ?? EventSource.CONNECTING;
    }

    /** @param {string} name @param {EventListener} listener */
    addEventListener(name, listener) {
      if (!this.#listeners.has(name)) this.#source?.addEventListener(name, this.#tell);
      this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
    }

    /** @param {string} name @param {EventListener} listener */
    removeEventListener(name, listener) {
      this.#listeners.get(name)?.delete(listener);
    }

    close() {
      this.#ended = true;
      clearTimeout(this.#timer);
      this.#rest();
      document.removeEventListener("visibilitychange", this.#look);
    }

    #wake() {
      this.#source = new EventSource(this.url);
      this.#source.onopen = (event) => {
        this.#pause = FIRST_RETRY;
        this.onopen?.(event);
      };
      this.#source.onerror = (event) => {
        if (this.#source?.readyState === EventSource.CLOSED) this.#retry();
        this.onerror?.(event);
      };
      for (const name of this.#listeners.keys()) this.#source.addEventListener(name, this.#tell);
    }

    #rest = () => {
      this.#source?.close();
      this.#source = null;
    };

    #retry() {
      this.#source = null;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#look, this.#pause * (0.5 + Math.random()));
      this.#pause = Math.min(this.#pause * 2, LONGEST_RETRY);
    }

    #look = () => {
      clearTimeout(this.#timer);
      if (document.hidden) this.#timer = setTimeout(this.#rest, REST_AFTER);
      else if (!this.#source && !this.#ended) this.#wake();
    };

    /** After a rest, ask for what came since the last event. @param {Event} event */
    #tell = (event) => {
      const id = /** @type {MessageEvent} */ (event).lastEventId;
      if (id) {
        this.url.searchParams.set("since", id);
        told.set(event.type, parseInt(id, 16));
        told.set("list", Math.max(parseInt(id, 16), told.get("list") ?? 0));
      }
      for (const listener of [...(this.#listeners.get(event.type) ?? [])]) listener(event);
    };
  }

  /** A mail that moves up comes anew on top: its old row goes. @param {Element} list */
  function dropDoubles(list) {
    const seen = new Set();
    for (const row of list.querySelectorAll(":scope > [id]")) {
      if (seen.has(row.id)) row.remove();
      seen.add(row.id);
    }
  }

  let pressed = 0;
  for (const kind of ["pointerdown", "pointerup", "pointercancel", "keydown", "keyup"])
    document.addEventListener(
      kind,
      () => {
        pressed = kind.endsWith("down") ? Date.now() : 0;
      },
      true,
    );

  /** A press is lost when what it began on is replaced before it ends. So news wait for that. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (!detail.target.dataset.tells || Date.now() - pressed > LONGEST_PRESS) return;
    detail.shouldSwap = false;
    setTimeout(() => detail.target.dispatchEvent(new CustomEvent("stale")), LOOK_AGAIN);
  });

  /** @type {string[]} */
  let unfolded = [];

  document.addEventListener("htmx:beforeSwap", (event) => {
    const target = /** @type {CustomEvent} */ (event).detail.target;
    unfolded = [...target.querySelectorAll("details[id][open]")].map((element) => element.id);
  });

  document.addEventListener("htmx:afterSwap", () => {
    for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
    for (const list of document.querySelectorAll(".messages")) dropDoubles(list);
  });

  /**
   * What was swapped in may be older than an event that came while it was on its way: nobody listened for it
   * then. So a part says what it tells of and when it was made, and asks again if it is behind.
   */
  document.addEventListener("htmx:load", (event) => {
    const loaded = /** @type {CustomEvent} */ (event).detail.elt;
    for (const part of [loaded, ...loaded.querySelectorAll("[data-tells]")]) {
      const { tells, mark } = /** @type {HTMLElement} */ (part).dataset;
      if (tells && parseInt(mark ?? "0", 16) < (told.get(tells) ?? 0))
        part.dispatchEvent(new CustomEvent("stale"));
    }
  });

  // @ts-expect-error htmx comes from a script of its own
  htmx.createEventSource = (/** @type {string} */ url) => new RestingSource(url);
})();
