/** Asking again: a worker that is only just starting loses a question, or never answers it. */

const ANSWER_WITHIN_MS = 8000;
const PAUSES_MS = [200, 500, 1000, 2000, 5000, 10_000, 20_000];

/** False where `answered` fails or takes too long; what comes later is then still taken by the one who asked. */
export function withinTimeout(answered: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const tired = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
    const settle = (good: boolean): void => {
      clearTimeout(tired);
      resolve(good);
    };
    answered.then(
      () => settle(true),
      () => settle(false),
    );
  });
}

/** Calls `again` after longer and longer pauses, and then gives up: a tab must not keep the worker awake. */
export class Retry {
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly again: () => void) {}

  later(): void {
    clearTimeout(this.timer);
    const pause = PAUSES_MS[this.tries++];
    if (pause !== undefined) this.timer = setTimeout(this.again, pause);
  }

  /** There was an answer, or a person who waits for one: the pauses are short again. */
  begin(): void {
    clearTimeout(this.timer);
    this.tries = 0;
  }
}
