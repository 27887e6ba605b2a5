/** Retries messages to the worker: while it is starting, it may lose a message or never answer it. */

const ANSWER_WITHIN_MS = 8000;
const PAUSES_MS = [200, 500, 1000, 2000, 5000, 10_000, 20_000];

/**
 * Resolves to false if `answered` rejects or takes too long. The caller's handlers on `answered` still receive
 * a late answer.
 */
export function withinTimeout(answered: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
    const settle = (good: boolean): void => {
      clearTimeout(timer);
      resolve(good);
    };
    answered.then(
      () => settle(true),
      () => settle(false),
    );
  });
}

/** Calls `again` after longer and longer pauses, and finally stops: a tab must not keep the worker awake. */
export class Retry {
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly again: () => void) {}

  later(): void {
    clearTimeout(this.timer);
    const pause = PAUSES_MS[this.tries++];
    if (pause !== undefined) this.timer = setTimeout(this.again, pause);
  }

  /** Resets the pauses after an answer, or because a person is waiting. */
  begin(): void {
    clearTimeout(this.timer);
    this.tries = 0;
  }
}
