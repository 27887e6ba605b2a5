/** An in-memory stand-in for the browser's interfaces that the worker uses. */

import english from "../../extension/_locales/en/messages.json";

type Stored = Record<string, unknown>;

export class Browser {
  stored: Stored = {};
  /** The session storage, which is lost when the browser is closed. */
  session: Stored = {};
  /** Whether somebody is using the computer. */
  idle: "active" | "idle" | "locked" = "active";
  /** Native notifications, by id. */
  notifications = new Map<string, { title: string; message: string }>();
  tabs = [{ id: 1, windowId: 1, url: "https://mail.google.com/mail/u/0/#inbox", active: true }];
  /** The URL of each new tab, and the id and URL of each tab that was navigated. */
  opened: string[] = [];
  /** The match patterns of the sites that the person has withdrawn. */
  withheld: string[] = [];
  alarms = new Map<string, { when?: number; periodInMinutes?: number }>();
  badge = "";
  tabMessages = 0;
  rules: { id: number; condition: { urlFilter?: string } }[] = [];

  /** Makes this browser the global `chrome`. */
  install(): void {
    Object.assign(globalThis, { chrome: this.chrome() });
    // Node 20 has no `navigator`.
    if (!("navigator" in globalThis))
      Object.assign(globalThis, { navigator: { userAgent: "Chrome Linux" } });
  }

  private chrome(): object {
    const url = (path: string): string => `chrome-extension://sightline/${path}`;
    return {
      i18n: {
        getMessage: (key: string, values: string[] = []) =>
          (english as Record<string, { message: string }>)[key]?.message.replace(
            /\$(\d)/g,
            (_, at: string) => values[Number(at) - 1] ?? "",
          ) ?? "",
        getUILanguage: () => "en",
      },
      storage: {
        local: {
          get: (keys: string[]) => this.get(keys),
          set: (values: Stored) => this.set(values),
        },
        session: {
          get: async (key: string) => (key in this.session ? { [key]: this.session[key] } : {}),
          set: async (values: Stored) => void Object.assign(this.session, structuredClone(values)),
          remove: async (key: string) => delete this.session[key],
        },
      },
      notifications: {
        create: async (id: string, given: { title: string; message: string }) =>
          void this.notifications.set(id, given),
        clear: async (id: string) => this.notifications.delete(id),
      },
      idle: { queryState: async () => this.idle },
      alarms: {
        create: async (name: string, given: { when?: number }) => void this.alarms.set(name, given),
        clear: async (name: string) => this.alarms.delete(name),
      },
      action: {
        setBadgeText: async ({ text }: { text: string }) => {
          this.badge = text;
        },
        setBadgeBackgroundColor: async () => {},
      },
      tabs: {
        query: async () => this.tabs,
        sendMessage: async () => void this.tabMessages++,
        create: async ({ url }: { url: string }) => void this.opened.push(url),
        update: async (id: number, { url }: { url: string }) =>
          void this.opened.push(`${id} ${url}`),
      },
      permissions: {
        contains: async ({ origins }: { origins: string[] }) =>
          !origins.some((origin) => this.withheld.includes(origin)),
      },
      windows: { update: async () => {} },
      runtime: { id: "sightline", getURL: url },
      declarativeNetRequest: {
        getDynamicRules: async () => this.rules,
        updateDynamicRules: async ({ addRules }: { addRules: Browser["rules"] }) => {
          this.rules = addRules;
        },
      },
    };
  }

  /** As in the real storage, other accesses can come in between, and each result is a copy. */
  private async get(keys: string[]): Promise<Stored> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const found = keys.filter((key) => key in this.stored).map((key) => [key, this.stored[key]]);
    return structuredClone(Object.fromEntries(found)) as Stored;
  }

  private async set(values: Stored): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    Object.assign(this.stored, structuredClone(values));
  }
}
