/**
 * Compares the captures in captures/ with captures of the real Gmail, place by place:
 *
 *     node tests/extension/check-captures.mjs FOLDER [--all]
 *
 * FOLDER must contain the files `cvOn….json` that InboxSDK publishes in its test/data; these files stay outside
 * the project. Exits with 1 if a place that the extension reads or writes differs. `--all` also lists the other
 * places that differ.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const OWN = join(dirname(fileURLToPath(import.meta.url)), "captures");
const PAIRS = {
  "draft-save": "cvOnDraftSave",
  "draft-update": "cvOnDraftUpdate",
  "reply-draft-save": "cvOnReplyDraftSave",
  "reply-send": "cvOnReplySend",
  "reply-send-from-draft": "cvOnReplySend_4",
  send: "cvOnSend",
  "send-to-many": "cvOnSend_3",
};
/** A message is an array that begins with a draft id; a thread is an array with its id at [3]. */
const isMessage = (value) => /^msg-[af]:/.test(value[0]) && value.length > 10;
const isThread = (value) => /^thread-/.test(value[3]) && Array.isArray(value[4]);
/** The places of lists that may have any length. */
const LISTS = /^(?:root\.1\.0|message\.(?:2|3|4|8\.1|10)|root\.1\.5|root\.2\.0|thread\.4)$/;
/** The places on which page/sync-request.ts and page/send-response.ts rely. */
const RELIED_ON = {
  request: [
    "message at",
    ...["0", "1.1", "1.2", "2.*.1", "2.*.2", "3.*.1", "3.*.2", "4.*.1", "4.*.2", "7"],
    ...["8.1.*.0", "8.1.*.1", "8.6", "10.*"],
  ],
  response: ["thread at", "thread.3", "thread.19", "0", "13", "55"],
};

const { positionals, values } = parseArgs({
  options: { all: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) throw new Error("which folder? node check-captures.mjs FOLDER");
let broken = 0;
for (const [own, real] of Object.entries(PAIRS))
  for (const kind of ["request", "response"]) compare(own, real, kind);
process.stdout.write(`captures: ${broken} relied-on places differ\n`);
process.exitCode = broken === 0 ? 0 : 1;

function compare(own, real, kind) {
  const [ours, theirs] = [
    structureOf(join(OWN, `${own}-${kind}.json`)),
    structureOf(join(folder, `${real}_${kind}.json`)),
  ];
  const places = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  const differing = places.filter((place) => said(ours, place) !== said(theirs, place));
  const relied = RELIED_ON[kind].map((place) => (/^\d/.test(place) ? `message.${place}` : place));
  const bad = differing.filter((place) => relied.includes(place));
  const unseen = relied.filter((place) => !ours.has(place) && !theirs.has(place));
  broken += bad.length;
  const same = relied.length - bad.length - unseen.length;
  const others = differing.length - bad.length;
  process.stdout.write(
    `${own} ${kind}: ${same} relied-on places alike, ${bad.length} differ; ${others} others differ\n`,
  );
  for (const place of values.all ? differing : bad) {
    const mark = bad.includes(place) ? "DIFFERS" : "also";
    const types = `${said(ours, place)}, in Gmail's ${said(theirs, place)}`;
    process.stdout.write(`  ${mark} ${place}: ${types}\n`);
  }
}

function said(structure, place) {
  return [...(structure.get(place) ?? ["absent"])].sort().join("|");
}

/** Returns the types at each place. "message at" and "thread at" map to the places of messages and threads. */
function structureOf(file) {
  const found = new Map();
  for (const [place, type] of placesIn(JSON.parse(readFileSync(file, "utf8")), "root"))
    found.set(place, (found.get(place) ?? new Set()).add(type));
  return found;
}

function* placesIn(value, place) {
  if (!Array.isArray(value)) {
    yield [place, value === null ? "null" : typeof value];
    return;
  }
  const name = nameOf(value);
  if (name !== null) yield [`${name} at`, place];
  const here = name ?? place;
  const isList = LISTS.test(here);
  if (isList) yield [here, "list"];
  for (const [at, item] of value.entries()) yield* placesIn(item, `${here}.${isList ? "*" : at}`);
}

function nameOf(value) {
  if (isMessage(value)) return "message";
  return isThread(value) ? "thread" : null;
}
