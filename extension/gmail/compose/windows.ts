/** The compose windows on the page: gives each its control, and tells the page's hook what was chosen. */
import type { Outlook } from "../../lib/protocol/shapes/activity";
import type { Choice, KeptWish, Wish } from "../../lib/protocol/shapes/page";
import { COMPOSE, SEND_BUTTON, SEND_CELL, SUBJECT, WRITTEN } from "../selectors";
import { Copying } from "./copies";
import { draftIn, modeOf, partOf, readDraft } from "./draft";
import { clipOf, fatesOf, isGuarded, type LinkFate } from "./findings";
import { Outlooks } from "./image-blocking";
import { makePanel, type Panel, type Wishes } from "./panel";
import { NO_WISH, Wished } from "./preferences";
import type { Standing } from "./status";
import { makeSwitch, type Switch, type SwitchState } from "./switch";

/** A window closes at the click on Send, and its request may leave a moment later. */
const REMEMBERED_MS = 15_000;
const LATER_MS = 150;

type Compose = {
  readonly key: string;
  readonly root: Element;
  readonly control: Switch;
  readonly panel: Panel;
  wish: Wish;
  draft: string | null;
  subject: string;
  gone: number | null;
  /** The links' fates, and what they were worked out from. */
  fates: Fates;
};

type Fates = { readonly from: string; readonly list: readonly LinkFate[] };
const NO_FATES: Fates = { from: "", list: [] };

type Actions = {
  choices: (choices: Choice[]) => void;
  makeDefault: (tracking: boolean, links: boolean) => void;
  wish: (wish: KeptWish) => void;
  outlook: (recipients: string[]) => Promise<Outlook>;
  /** Has the page say what Gmail has saved of a draft. */
  saved: (draft: string) => void;
};

export class Composes {
  private composes: Compose[] = [];
  private readonly wished: Wished;
  private readonly outlooks: Outlooks;
  readonly copying: Copying;
  private standing: Standing;
  private active: string | null = null;
  private told = "";
  private waiting = false;

  constructor(
    private readonly actions: Actions,
    standing: Standing,
    signal: AbortSignal,
  ) {
    this.standing = standing;
    this.wished = new Wished(actions.wish);
    this.outlooks = new Outlooks(actions.outlook, () => this.refresh());
    this.copying = new Copying(actions.saved, () => this.refresh());
    // Before Gmail hears of the same click or key: the choice reaches the hook ahead of the send.
    const touched = (event: Event): void => this.touch(event.target);
    for (const kind of ["pointerdown", "focusin", "keydown", "input"]) {
      document.addEventListener(kind, touched, { capture: true, passive: true, signal });
    }
  }

  stand(standing: Standing): void {
    this.standing = standing;
    for (const compose of this.composes) compose.fates = NO_FATES;
    this.look();
  }

  /** What was chosen for drafts in other tabs. */
  learn(wishes: readonly KeptWish[]): void {
    this.wished.learn(wishes);
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
    const panel = makePanel(control.more, this.wishesFor(key), () => this.refresh());
    control.root.append(panel.root);
    const compose: Compose = {
      key,
      root,
      control,
      panel,
      wish: NO_WISH,
      draft: null,
      subject: "",
      gone: null,
      fates: NO_FATES,
    };
    this.composes.push(compose);
    // It may have had the focus before this observer saw it.
    if (this.active === null || root.contains(document.activeElement)) this.active = key;
    return compose;
  }

  private wishesFor(key: string): Wishes {
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

  private choose(key: string, change: (now: Choice) => Partial<Wish>): void {
    const compose = this.composes.find((one) => one.key === key);
    if (compose === undefined) return;
    compose.wish = { ...this.wishOf(compose), ...change(this.choiceOf(compose)) };
    this.active = key;
    this.refresh();
  }

  private wishOf({ wish, draft }: Compose): Wish {
    return wish !== NO_WISH ? wish : this.wished.of(draft);
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
    if (compose.wish !== NO_WISH) this.wished.remember(compose.draft, compose.wish);
  }

  private tell(): void {
    const choices = this.choices();
    const said = JSON.stringify(choices);
    if (said === this.told) return;
    this.told = said;
    this.actions.choices(choices);
  }

  private show(compose: Compose, choice: Choice): void {
    const { standing } = this;
    const { links: found, recipients, bytes } = readDraft(compose.root);
    const from = JSON.stringify([found, choice.without]);
    if (from !== compose.fates.from)
      compose.fates = { from, list: fatesOf(found, standing.linkCase(choice.without)) };
    const fates = compose.fates.list;
    const clip = clipOf(bytes, choice.links ? fates : []);
    const state = stateOf(choice.tracking, modeOf(compose.root), standing.trouble);
    const notable = state === "tracked" && (fates.some(isGuarded) || clip !== null);
    compose.control.show(state, notable);
    if (!compose.panel.isOpen()) return;
    const { tracking, links } = choice;
    const differs = tracking !== standing.tracking || links !== standing.links;
    const remembers = differs && standing.trouble !== "unpaired" && standing.trouble !== "stale";
    const dark = state === "tracked" ? this.outlooks.dark(recipients) : [];
    const count = recipients.length;
    const copies = state === "tracked" ? this.copying.view(compose.root, count) : null;
    const rest = { recipients: count, dark, clip, copies, differs: remembers };
    compose.panel.show({ state, tracking, links, fates, ...rest });
  }

  /** Also of drafts without a window: Gmail may send one long after it was closed, as when offline. */
  private choices(): Choice[] {
    const shown = this.composes.map((compose) => this.choiceOf(compose));
    const drafts = new Set(shown.map(({ draft }) => draft));
    const kept = this.wished.all().filter(({ draft }) => !drafts.has(draft));
    return [...shown, ...kept.map((wish) => this.keptChoice(wish))];
  }

  private keptChoice({ draft, ...wish }: KeptWish): Choice {
    return { key: draft, draft, subject: "", active: false, ...this.whole(wish) };
  }

  private choiceOf(compose: Compose): Choice {
    const { key, draft, subject } = compose;
    const active = key === this.active;
    return { key, draft, subject, active, ...this.whole(this.wishOf(compose)) };
  }

  private whole({
    tracking,
    links,
    without,
  }: Wish): Pick<Choice, "tracking" | "links" | "without"> {
    const { standing } = this;
    return { tracking: tracking ?? standing.tracking, links: links ?? standing.links, without };
  }
}

function stateOf(
  tracking: boolean,
  mode: ReturnType<typeof modeOf>,
  trouble: Standing["trouble"],
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
