/** Knows since when Gmail's server has answered requests of this page, of whatever kind. */

type Timing = PerformanceResourceTiming & { readonly responseStatus?: number };

export class GmailAnswers {
  private observer: PerformanceObserver | null = null;
  private newest = Number.NEGATIVE_INFINITY;

  /** Begins to watch, unless it does already. */
  watch(): void {
    if (this.observer !== null) return;
    this.observer = new PerformanceObserver((list) => this.take(list.getEntries()));
    this.observer.observe({ type: "resource" });
  }

  rest(): void {
    this.observer?.disconnect();
    this.observer = null;
  }

  /** Returns whether a request was answered that began at or after `time`, in milliseconds of performance.now(). */
  begunSince(time: number): boolean {
    return this.newest >= time;
  }

  private take(entries: readonly PerformanceEntry[]): void {
    for (const entry of entries as readonly Timing[])
      if (isAnswered(entry)) this.newest = Math.max(this.newest, entry.startTime);
  }
}

function isAnswered({ name, initiatorType, responseStatus = 0 }: Timing): boolean {
  const asked = initiatorType === "xmlhttprequest" || initiatorType === "fetch";
  return (
    asked && name.startsWith(`${location.origin}/`) && responseStatus >= 200 && responseStatus < 300
  );
}
