/** The compose windows on the page: gives each its control, and tells the page's hook what was chosen. */
import type { ImageBlockingByAddress } from "../../lib/protocol/shapes/activity";
import type { Choice, DraftPreferences, MailPreferences } from "../../lib/protocol/shapes/page";
import { COMPOSE, SEND_BUTTON, SEND_CELL, SUBJECT, WRITTEN } from "../selectors";
import { Copying } from "./copies";
import { draftIn, modeOf, partOf, readDraft } from "./draft";
import { clipOf, decideLinks, isGuarded, type LinkDecision } from "./findings";
import { ImageBlocking } from "./image-blocking";
import { makePanel, type Panel, type PanelActions } from "./panel";
import { NO_PREFERENCES, PreferencesByDraft } from "./preferences";
import type { TrackingStatus } from "./status";
import { makeSwitch, type Switch, type SwitchState } from "./switch";

/** A window closes at the click on Send, and its request may leave a moment later. */
const REMEMBERED_MS = 15_000;
const LATER_MS = 150;

type Compose = {
  readonly key: string;
  readonly root: Element;
  readonly control: Switch;
  readonly panel: Panel;
  preferences: MailPreferences;
  draft: string | null;
  subject: string;
  gone: number | null;
  /** The links' decisions, and what they were worked out from. */
  decisions: Decisions;
};

type Decisions = { readonly from: string; readonly list: readonly LinkDecision[] };
const NO_DECISIONS: Decisions = { from: "", list: [] };

type Actions = {
  choices: (choices: Choice[]) => void;
  makeDefault: (tracking: boolean, links: boolean) => void;
  preferences: (preferences: DraftPreferences) => void;
  imageBlocking: (recipients: string[]) => Promise<ImageBlockingByAddress>;
  /** Has the page say what Gmail has saved of a draft. */
  saved: (draft: string) => void;
};

export class Composes {
  private composes: Compose[] = [];
  private readonly preferences: PreferencesByDraft;
  private readonly imageBlocking: ImageBlocking;
  readonly copying: Copying;
  private status: TrackingStatus;
  private active: string | null = null;
  private told = "";
  private waiting = false;

  constructor(
    private readonly actions: Actions,
    status: TrackingStatus,
    signal: AbortSignal,
  ) {
    this.status = status;
    this.preferences = new PreferencesByDraft(actions.preferences);
    this.imageBlocking = new ImageBlocking(actions.imageBlocking, () => this.refresh());
    this.copying = new Copying(actions.saved, () => this.refresh());
    // Before Gmail hears of the same click or key: the choice reaches the hook ahead of the send.
    const touched = (event: Event): void => this.touch(event.target);
    for (const kind of ["pointerdown", "focusin", "keydown", "input"]) {
      document.addEventListener(kind, touched, { capture: true, passive: true, signal });
    }
  }

  stand(status: TrackingStatus): void {
    this.status = status;
    for (const compose of this.composes) compose.decisions = NO_DECISIONS;
    this.look();
  }

  /** What was chosen for drafts in other tabs. */
  learn(preferences: readonly DraftPreferences[]): void {
    this.preferences.learn(preferences);
    this.refresh();
  }

  /** Looks for windows that came and went. */
  look(): void {
    for (const button of document.querySelectorAll(SEND_BUTTON)) this.welcome(button);
    const now = Date.now();
    for (const compose of this.composes) if (!compose.root.isConnected) compose.gone ??= now;
    this.composes = this.composes.filter(({ gone }) => gone === null || now - gone < REMEMBERED_MS);
    this.refresh();
  }

  /** The mail of the window that `target` is in, if it says there that it will be tracked. */
  promised(target: EventTarget | null): { root: Element; subject: string } | null {
    if (!(target instanceof Node)) return null;
    const found = this.composes.find(({ root }) => root.contains(target));
    if (found?.control.state() !== "tracked") return null;
    this.identify(found);
    return { root: found.root, subject: found.subject };
  }

  private welcome(button: Element): void {
    const root = button.closest(COMPOSE);
    // A mail, read or quoted, could bring something that looks like a compose window.
    if (root === null || button.closest(WRITTEN) !== null) return;
    const known = this.composes.find((compose) => compose.root === root);
    const compose = known ?? this.add(root);
    // Gmail takes a window out of the page and puts it back, as when it goes to full screen.
    compose.gone = null;
    if (!compose.control.root.isConnected) placeBehind(button, compose.control.root);
  }

  private add(root: Element): Compose {
    const key = crypto.randomUUID();
    const control = makeSwitch(() => this.choose(key, ({ tracking }) => ({ tracking: !tracking })));
    const panel = makePanel(control.more, this.actionsFor(key), () => this.refresh());
    control.root.append(panel.root);
    const compose: Compose = {
      key,
      root,
      control,
      panel,
      preferences: NO_PREFERENCES,
      draft: null,
      subject: "",
      gone: null,
      decisions: NO_DECISIONS,
    };
    this.composes.push(compose);
    // It may have had the focus before this observer saw it.
    if (this.active === null || root.contains(document.activeElement)) this.active = key;
    return compose;
  }

  private actionsFor(key: string): PanelActions {
    return {
      track: (tracking) => this.choose(key, () => ({ tracking })),
      links: (links) => this.choose(key, () => ({ links })),
      link: (url, on) =>
        this.choose(key, ({ without }) => ({
          without: on ? without.filter((one) => one !== url) : [...without, url],
        })),
      copies: () => {
        const compose = this.composes.find((one) => one.key === key);
        if (compose !== undefined)
          void this.copying.press({ ...this.choiceOf(compose), root: compose.root });
      },
      remember: () => {
        const choice = this.choices().find((one) => one.key === key);
        if (choice !== undefined) this.actions.makeDefault(choice.tracking, choice.links);
      },
    };
  }

  private touch(target: EventTarget | null): void {
    const found = target instanceof Node && this.composes.find(({ root }) => root.contains(target));
    if (!found) return;
    this.active = found.key;
    this.identify(found);
    this.tell();
    this.later();
  }

  /** What was typed shows a moment after, so that typing costs nothing. */
  private later(): void {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.look();
    }, LATER_MS);
  }

  private choose(key: string, change: (now: Choice) => Partial<MailPreferences>): void {
    const compose = this.composes.find((one) => one.key === key);
    if (compose === undefined) return;
    compose.preferences = { ...this.preferencesOf(compose), ...change(this.choiceOf(compose)) };
    this.active = key;
    this.refresh();
  }

  private preferencesOf({ preferences, draft }: Compose): MailPreferences {
    return preferences !== NO_PREFERENCES ? preferences : this.preferences.of(draft);
  }

  /** Shows the windows as they are now, and tells what they say. */
  private refresh(): void {
    for (const compose of this.composes) {
      if (compose.gone !== null) continue;
      this.identify(compose);
      this.copying.meet(compose.root, compose.draft);
      this.show(compose, this.choiceOf(compose));
    }
    this.tell();
  }

  private identify(compose: Compose): void {
    compose.draft = draftIn(compose.root) ?? compose.draft;
    compose.subject = partOf<HTMLInputElement>(compose.root, SUBJECT)?.value ?? "";
    // An undone send opens a new window with the same draft, and with it the same choice.
    if (compose.preferences !== NO_PREFERENCES)
      this.preferences.remember(compose.draft, compose.preferences);
  }

  private tell(): void {
    const choices = this.choices();
    const said = JSON.stringify(choices);
    if (said === this.told) return;
    this.told = said;
    this.actions.choices(choices);
  }

  private show(compose: Compose, choice: Choice): void {
    const { status } = this;
    const { links: found, recipients, bytes } = readDraft(compose.root);
    const from = JSON.stringify([found, choice.without]);
    if (from !== compose.decisions.from)
      compose.decisions = { from, list: decideLinks(found, status.linkCase(choice.without)) };
    const decisions = compose.decisions.list;
    const clip = clipOf(bytes, choice.links ? decisions : []);
    const state = stateOf(choice.tracking, modeOf(compose.root), status.trouble);
    const notable = state === "tracked" && (decisions.some(isGuarded) || clip !== null);
    compose.control.show(state, notable);
    if (!compose.panel.isOpen()) return;
    const { tracking, links } = choice;
    const differs = tracking !== status.tracking || links !== status.links;
    const remembers = differs && status.trouble !== "unpaired" && status.trouble !== "stale";
    const blocking = state === "tracked" ? this.imageBlocking.blocking(recipients) : [];
    const count = recipients.length;
    const copies = state === "tracked" ? this.copying.view(compose.root, count) : null;
    const rest = { recipients: count, blocking, clip, copies, differs: remembers };
    compose.panel.show({ state, tracking, links, decisions, ...rest });
  }

  /** Also of drafts without a window: Gmail may send one long after it was closed, as when offline. */
  private choices(): Choice[] {
    const shown = this.composes.map((compose) => this.choiceOf(compose));
    const drafts = new Set(shown.map(({ draft }) => draft));
    const kept = this.preferences.all().filter(({ draft }) => !drafts.has(draft));
    return [...shown, ...kept.map((preferences) => this.keptChoice(preferences))];
  }

  private keptChoice({ draft, ...preferences }: DraftPreferences): Choice {
    return { key: draft, draft, subject: "", active: false, ...this.whole(preferences) };
  }

  private choiceOf(compose: Compose): Choice {
    const { key, draft, subject } = compose;
    const active = key === this.active;
    return { key, draft, subject, active, ...this.whole(this.preferencesOf(compose)) };
  }

  private whole({
    tracking,
    links,
    without,
  }: MailPreferences): Pick<Choice, "tracking" | "links" | "without"> {
    const { status } = this;
    return { tracking: tracking ?? status.tracking, links: links ?? status.links, without };
  }
}

function stateOf(
  tracking: boolean,
  mode: ReturnType<typeof modeOf>,
  trouble: TrackingStatus["trouble"],
): SwitchState {
  if (!tracking) return "off";
  return trouble ?? mode ?? "tracked";
}

/** As a cell of its own where Gmail's toolbar is a table, else right behind the button's box. */
function placeBehind(button: Element, control: HTMLElement): void {
  const cell = button.closest(SEND_CELL) ?? button;
  if (!(cell instanceof HTMLTableCellElement)) {
    cell.after(control);
    return;
  }
  const own = document.createElement("td");
  own.className = "sightline-cell";
  own.append(control);
  cell.after(own);
}
