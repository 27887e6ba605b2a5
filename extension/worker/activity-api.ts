/**
 * Calls the part of the server's API that is about sent mails: thread statuses, timelines, notifications,
 * corrections.
 */
import {
  isBrowserNotifications,
  isImageBlocking,
  isThreadStatuses,
  isTimelines,
} from "../lib/protocol/guards/activity";
import type {
  BrowserNotifications,
  Correction,
  ImageBlockingByAddress,
  ThreadStatuses,
  Timelines,
} from "../lib/protocol/shapes/activity";
import { ApiError, ask, type Connection, change, tell } from "./http";

/**
 * What Gmail's image proxy did with the URL fragment of the sender's pixels; null if no such pixel was seen.
 */
export type Fragment = "kept" | "lost" | null;

export async function fetchThreadStatuses(
  { server, token }: Connection,
  threads: string[],
): Promise<ThreadStatuses> {
  const is = holding("thread_statuses", isThreadStatuses);
  const given = { token, body: { threads } };
  return (await ask(server, "POST", "thread-statuses", given, is)).thread_statuses;
}

export async function fetchTimelines(
  connection: Connection,
  messages: string[],
): Promise<Timelines> {
  const { server, token } = connection;
  const is = holding("timelines", isTimelines);
  return (await ask(server, "POST", "timelines", { token, body: { messages } }, is)).timelines;
}

export async function fetchImageBlocking(
  { server, token }: Connection,
  recipients: string[],
): Promise<ImageBlockingByAddress> {
  const is = holding("recipients", isImageBlocking);
  const given = { token, body: { recipients } };
  return (await ask(server, "POST", "image-blocking", given, is)).recipients;
}

export async function tellViewing(
  { server, token }: Connection,
  messages: string[],
  fragment: Fragment,
): Promise<void> {
  const body = fragment === null ? { messages } : { messages, fragment };
  await tell(server, "POST", "viewing", { token, body });
}

/** Fetches the notifications after this cursor; if `after` is null, fetches only the current cursor. */
export function fetchNotifications(
  { server, token }: Connection,
  after: string | null,
): Promise<BrowserNotifications> {
  const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
  const path = `browser-notifications${query}`;
  return ask(server, "GET", path, { token }, isBrowserNotifications);
}

/**
 * Claims a notification for this browser. `mine`: this browser should show it. `taken`: another browser has
 * claimed it, but may close before it shows it. `gone`: the notification was shown, or no longer exists.
 */
export async function claimNotification(
  connection: Connection,
  id: string,
): Promise<"mine" | "taken" | "gone"> {
  const refusal = await refusalOf(post(connection, id, "claim"));
  return refusal === null ? "mine" : refusal === "claimed" ? "taken" : "gone";
}

export async function reportShown(connection: Connection, id: string): Promise<void> {
  await refusalOf(post(connection, id, "showing"));
}

function post(connection: Connection, id: string, what: string): Promise<void> {
  const path = `browser-notifications/${encodeURIComponent(id)}/${what}`;
  return change(connection, path, {}, { method: "PUT", path });
}

/** Returns the code with which our own server refused the request; null if it accepted. */
async function refusalOf(answer: Promise<void>): Promise<string | null> {
  try {
    await answer;
    return null;
  } catch (error) {
    if (error instanceof ApiError && error.kind === "refused") return error.code;
    throw error;
  }
}

export function setMute(connection: Connection, id: string, muted: boolean): Promise<void> {
  const path = `messages/${encodeURIComponent(id)}/mute`;
  return change(connection, path, { muted }, { method: muted ? "PUT" : "DELETE", path });
}

/** Corrects the cause of an event; null undoes the correction. */
export function correct(
  connection: Connection,
  event: string,
  correction: Correction | null,
): Promise<void> {
  const path = `events/${encodeURIComponent(event)}/correction`;
  const body = { correction };
  const older =
    correction === null
      ? ({ method: "DELETE", path } as const)
      : ({ method: "PUT", path, body } as const);
  return change(connection, path, body, older);
}

function holding<N extends string, T>(name: N, is: (value: unknown) => value is T) {
  return (value: unknown): value is Record<N, T> =>
    typeof value === "object" && value !== null && is((value as Record<N, unknown>)[name]);
}
