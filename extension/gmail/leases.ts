/** Feature: supplies the tab with leases and settings, so that a send never waits. */
import { isPageState } from "../lib/protocol/guards/page";
import { ask } from "../lib/protocol/messages";
import type { PageState } from "../lib/protocol/shapes/page";
import { isStale } from "./delivery";
import { Retry, withinTimeout } from "./retry";
import type { Tab } from "./tab";

const LOW_LEASE_COUNT = 2;
const PAUSE_MS = 20_000;

export function init(tab: Tab): void {
  const supply = new LeaseSupply(tab);
  // Before Gmail gets the click or key that sends: a mail that cannot be reported must not be tracked.
  tab.on("press", () => supply.wakeUp());
  tab.on("mutation", () => supply.retireIfStale());
  tab.on("leaseCount", (left) => supply.take(left));
  tab.on("late", () => supply.retire());
  tab.on("stateChanged", () => void supply.refresh());
  tab.on("front", () => supply.freshen());
  void supply.refresh();
}

class LeaseSupply {
  private readonly retry = new Retry(() => void this.refresh());
  private asking = false;
  /** Whether something changed while a request was pending. */
  private again = false;
  private asked = 0;

  constructor(private readonly tab: Tab) {}

  /** Asks the worker for leases and settings, and passes them on. */
  async refresh(): Promise<void> {
    const { tab } = this;
    this.again = this.asking;
    if (this.asking || tab.retired) return;
    this.asking = true;
    this.asked = Date.now();
    const need = { have: tab.leaseCount, epoch: tab.state?.epoch ?? "" };
    const answered = await withinTimeout(ask("page/need", need).then((state) => this.pass(state)));
    this.asking = false;
    this.retireIfStale();
    if (tab.retired) return;
    if (answered && !this.isEmpty()) this.retry.begin();
    else this.retry.later();
    if (this.again) void this.refresh();
  }

  /** Called when somebody uses the page. Without a state, asks the worker now rather than at the next retry. */
  wakeUp(): void {
    this.retireIfStale();
    if (this.tab.state !== null || Date.now() - this.asked < PAUSE_MS / 10) return;
    this.retry.begin();
    void this.refresh();
  }

  freshen(): void {
    if (Date.now() - this.asked > PAUSE_MS) void this.refresh();
  }

  /**
   * Takes the number of leases left. Replaces used leases immediately; if only few are left, asks for more unless
   * it has just asked.
   */
  take(left: number): void {
    const { tab } = this;
    const spent = left < tab.leaseCount;
    tab.leaseCount = left;
    tab.emit("status", undefined);
    if (spent) void this.refresh();
    else if (left < LOW_LEASE_COUNT) this.freshen();
  }

  retireIfStale(): void {
    if (isStale()) this.retire();
  }

  /** Stops tracking in this tab. The page still removes the sender's own pixels from replies. */
  retire(): void {
    const { tab } = this;
    if (tab.retired) return;
    tab.retired = true;
    tab.emit("retired", undefined);
    tab.emit("status", undefined);
  }

  private pass(answer: PageState): void {
    if (!isPageState(answer)) throw new Error("malformed state");
    this.tab.state = answer;
    this.tab.emit("state", answer);
  }

  /** Returns whether the tab is paired but has no leases; new ones may be on their way. */
  private isEmpty(): boolean {
    const { state, leaseCount } = this.tab;
    return state?.paired === true && leaseCount === 0 && state.leases.length === 0;
  }
}
