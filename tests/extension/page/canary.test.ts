/** Alice's compose window notices, before she sends, that Gmail saves her mail in a form that is not known. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  after,
  type Canary,
  DOUBT_TICKS,
  OVERDUE_TICKS,
  QUIET_TICKS,
  type Sign,
  START,
} from "../../../extension/gmail/compose/canary";
import { carries, wordsOf } from "../../../extension/gmail/compose/words";

const EDITED: Sign = { kind: "edited" };
const SAVED: Sign = { kind: "saved" };
const STRANGE: Sign = { kind: "strange" };
const DOUBTED: Sign = { kind: "doubted" };

/** Seconds that pass while the network is fine, unless something else is said. */
function seconds(count: number, online = true, answered = true): Sign[] {
  return Array<Sign>(count).fill({ kind: "tick", online, answered });
}

const ended = (...signs: Sign[]): Canary => signs.reduce(after, START);
const alarmed = (...signs: Sign[]): boolean => ended(...signs).changed;

describe("A window says that Gmail has changed", () => {
  const cases: [string, Sign[]][] = [
    ["at the first save that is not understood", [EDITED, STRANGE]],
    [
      "if a request that may be the save is followed by a pause and no save",
      [EDITED, DOUBTED, ...seconds(DOUBT_TICKS)],
    ],
    ["if Gmail answers, but has saved nothing for a while", [EDITED, ...seconds(QUIET_TICKS)]],
    [
      "if Alice keeps on typing and nothing is saved",
      Array<Sign[]>(OVERDUE_TICKS)
        .fill([EDITED, ...seconds(1)])
        .flat(),
    ],
    [
      "if Gmail is as silent after an outage as it was before",
      [EDITED, ...seconds(60, false), ...seconds(QUIET_TICKS)],
    ],
    ["if the saves are understood no longer", [EDITED, SAVED, EDITED, STRANGE]],
    [
      "until a save is understood, whatever else happens",
      [EDITED, STRANGE, { kind: "restored" }, EDITED],
    ],
  ];
  for (const [when, signs] of cases) it(when, () => assert.ok(alarmed(...signs)));
});

describe("A window says nothing", () => {
  const cases: [string, Sign[]][] = [
    ["if Alice only opened it", seconds(600)],
    [
      "while Gmail saves what she writes",
      [EDITED, SAVED, ...seconds(600), EDITED, ...seconds(3), SAVED],
    ],
    ["offline", [EDITED, ...seconds(600, false)]],
    [
      "while no request is answered, as on a network that lets nothing through",
      [EDITED, ...seconds(600, true, false)],
    ],
    [
      "while a save is on its way over a very slow network, because Gmail sends no other one meanwhile",
      [EDITED, SAVED, EDITED, ...seconds(60)],
    ],
    [
      "in the first moments after an outage in which a save was on its way",
      [EDITED, SAVED, EDITED, ...seconds(180, false), ...seconds(QUIET_TICKS)],
    ],
    [
      "in the first moments after an outage before which nothing was saved yet",
      [EDITED, ...seconds(QUIET_TICKS - 1), ...seconds(300, false), ...seconds(QUIET_TICKS - 1)],
    ],
    [
      "in the first moments after an outage during which she kept on typing",
      [
        ...Array<Sign[]>(OVERDUE_TICKS - 1)
          .fill([EDITED, ...seconds(1)])
          .flat(),
        ...seconds(300, false),
        EDITED,
        ...seconds(1),
      ],
    ],
    [
      "at the first answer on a network that has let nothing through for a while",
      [EDITED, ...seconds(300, true, false), ...seconds(QUIET_TICKS - 1)],
    ],
    [
      "of a request that may have been a save, if it was lost in an outage",
      [EDITED, DOUBTED, ...seconds(300, false), ...seconds(DOUBT_TICKS + 1)],
    ],
    [
      "if she undoes her only edit before it is saved",
      [EDITED, ...seconds(2), { kind: "restored" }, ...seconds(600)],
    ],
    [
      "while she types and requests with its text are sent, for spelling or suggestions",
      Array<Sign[]>(60)
        .fill([EDITED, DOUBTED, ...seconds(1)])
        .flat(),
    ],
    [
      "of a request with its text that is followed by a save",
      [EDITED, DOUBTED, ...seconds(3), SAVED, ...seconds(600)],
    ],
    ["of requests while nothing in it is unsaved", [DOUBTED, ...seconds(600)]],
    ["any longer once a save is understood again", [EDITED, STRANGE, SAVED]],
  ];
  for (const [when, signs] of cases) it(when, () => assert.ok(!alarmed(...signs)));

  it("until an answered save has been followed by an edit that is not saved", () => {
    const early = [EDITED, SAVED, EDITED, ...seconds(60)];
    assert.ok(!alarmed(...early));
    assert.ok(alarmed(...early, { kind: "answered" }, ...seconds(QUIET_TICKS)));
  });
});

describe("A request of an unknown form carries Alice's mail", () => {
  const words = wordsOf("Minutes of Tuesday\nDear Bob,\nplease find the agenda, it is short.");

  it("if most of its longest words are there, though the newest are not yet", () => {
    assert.ok(
      carries('{"1":"x","7":"Minutes of Tuesday","8":"<div>Dear Bob, please find</div>"}', words),
    );
  });

  it("but not if it only reads or moves mails, or searches for a word", () => {
    assert.ok(!carries('[["msg-f:1745","msg-a:r1"],["^u"],["^i"]]', words));
    assert.ok(!carries('[null,[79,"Tuesday"]]', words));
  });

  it("which nobody can tell of a mail without words", () => {
    assert.deepEqual(wordsOf("Re: ok"), []);
    assert.ok(!carries("anything", []));
  });

  it("in every script", () => {
    assert.ok(carries("…שלום בוב Привет мир…", wordsOf("שלום Привет")));
  });
});
