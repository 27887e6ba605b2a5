/** Reads the ids of a sent mail from Gmail's response to the send. */
import type { MailIds } from "../../lib/protocol/shapes/mail";

const MESSAGE_ID = 13;
const LEGACY_MESSAGE = 55;
const MESSAGES = 4;
const LEGACY_THREAD = 19;

/**
 * Returns the ids of mails, by draft id. Threads in the response are recognised by their form:
 * `[.., .., 'thread-…', [message, …], …]`.
 */
export function idsIn(answer: string): Map<string, MailIds> {
  const found = new Map<string, MailIds>();
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (isThread(value)) for (const [draft, ids] of idsOf(value)) found.set(draft, ids);
    else value.forEach(visit);
  };
  visit(JSON.parse(answer.replace(/^\)\]\}'\s*/, "")));
  return found;
}

function isThread(value: unknown[]): boolean {
  return (
    typeof value[3] === "string" && value[3].startsWith("thread-") && Array.isArray(value[MESSAGES])
  );
}

function idsOf(thread: unknown[]): [string, MailIds][] {
  const list = thread[MESSAGES] as unknown[];
  return list.flatMap((message): [string, MailIds][] => {
    if (!Array.isArray(message) || typeof message[0] !== "string") return [];
    const ids: MailIds = {
      gmail_message_id: hex(message[LEGACY_MESSAGE]),
      gmail_thread_id: hex(thread[LEGACY_THREAD]),
      rfc822_message_id: messageId(message[MESSAGE_ID]),
    };
    return [[message[0], ids]];
  });
}

function hex(value: unknown): string | null {
  return typeof value === "string" && /^[0-9a-f]{8,20}$/.test(value) ? value : null;
}

function messageId(value: unknown): string | null {
  return typeof value === "string" && /^<[^<>\s]+@[^<>\s]+>$/.test(value) ? value : null;
}
