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
import { ApiError, type Connection, call, checked } from "./api";

/**
 * What Gmail's image proxy did with the URL fragment of the sender's pixels; null if no such pixel was seen.
 */
export type Fragment = "kept" | "lost" | null;

export async function fetchThreadStatuses(
  { server, token }: Connection,
  threads: string[],
): Promise<ThreadStatuses> {
  const answer = await call(server, "POST", "thread-statuses", { token, body: { threads } });
  return checked(answer, holding("thread_statuses", isThreadStatuses)).thread_statuses;
}

export async function fetchTimelines(
  connection: Connection,
  messages: string[],
): Promise<Timelines> {
  const { server, token } = connection;
  const answer = await call(server, "POST", "timelines", { token, body: { messages } });
  return checked(answer, holding("timelines", isTimelines)).timelines;
}

export async function fetchImageBlocking(
  { server, token }: Connection,
  recipients: string[],
): Promise<ImageBlockingByAddress> {
  const answer = await call(server, "POST", "image-blocking", { token, body: { recipients } });
  return checked(answer, holding("recipients", isImageBlocking)).recipients;
}

export async function tellViewing(
  { server, token }: Connection,
  messages: string[],
  fragment: Fragment,
): Promise<void> {
  const body = fragment === null ? { messages } : { messages, fragment };
  await call(server, "POST", "viewing", { token, body });
}

/** Fetches the notifications after this cursor; if `after` is null, fetches only the current cursor. */
export async function fetchNotifications(
  { server, token }: Connection,
  after: string | null,
): Promise<BrowserNotifications> {
  const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
  return checked(
    await call(server, "GET", `browser-notifications${query}`, { token }),
    isBrowserNotifications,
  );
}

/**
 * Claims a notification for this browser. `mine`: this browser should show it. `taken`: another browser has
 * claimed it, but may close before it shows it. `gone`: the notification was shown, or no longer exists.
 */
export async function claimNotification(
  connection: Connection,
  id: string,
): Promise<"mine" | "taken" | "gone"> {
  const refusal = await refusalOf(
    call(connection.server, "PUT", notificationPath(id, "claim"), { token: connection.token }),
  );
  return refusal === null ? "mine" : refusal === "claimed" ? "taken" : "gone";
}

export async function reportShown(connection: Connection, id: string): Promise<void> {
  await refusalOf(
    call(connection.server, "PUT", notificationPath(id, "showing"), { token: connection.token }),
  );
}

const notificationPath = (id: string, what: string): string =>
  `browser-notifications/${encodeURIComponent(id)}/${what}`;

/** Returns the code with which the server refused the request; null if it accepted. */
async function refusalOf(answer: Promise<unknown>): Promise<string | null> {
  try {
    await answer;
    return null;
  } catch (error) {
    if (error instanceof ApiError && error.kind === "refused") return error.code;
    throw error;
  }
}

export async function setMute(
  { server, token }: Connection,
  id: string,
  muted: boolean,
): Promise<void> {
  const path = `messages/${encodeURIComponent(id)}/mute`;
  await call(server, muted ? "PUT" : "DELETE", path, { token });
}

/** Corrects the cause of an event; null undoes the correction. */
export async function correct(
  { server, token }: Connection,
  event: string,
  correction: Correction | null,
): Promise<void> {
  const path = `events/${encodeURIComponent(event)}/correction`;
  if (correction === null) await call(server, "DELETE", path, { token });
  else await call(server, "PUT", path, { token, body: { correction } });
}

function holding<N extends string, T>(name: N, is: (value: unknown) => value is T) {
  return (value: unknown): value is Record<N, T> =>
    typeof value === "object" && value !== null && is((value as Record<N, unknown>)[name]);
}
