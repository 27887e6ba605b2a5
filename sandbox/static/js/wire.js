// Builds sync requests in the form that Gmail's page sends: nested arrays with fixed positions.

const started = Date.now()
let operations = 0
let history = 1000

const places = (length, values) => Array.from({ length }, (_, place) => values[place] ?? null)

/** Returns a new perm id: `msg-a:r…` or `thread-a:r…` with a random signed 64-bit number. */
export function newId(kind) {
  const [number] = crypto.getRandomValues(new BigInt64Array(1))
  return `${kind}-a:r${number}`
}

/** Returns the id of a compose session, which is at m[51]. */
export function newSession() {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `s:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const listed = (people) => (people.length ? people.map(({ address, name }) => [1, address, name || address]) : null)

/** Returns the message array. `mail`: {gid, from, to, cc, bcc, subject, parts, labels, inReplyTo, saves, session, at, due, plain}. */
function message(mail) {
  return places(52, {
    0: mail.gid,
    1: [1, mail.from.address, mail.from.name, null, null, null, null, null, null, mail.from.address],
    2: listed(mail.to),
    3: listed(mail.cc),
    4: listed(mail.bcc),
    6: mail.at,
    7: mail.subject,
    8: [null, mail.parts, null, null, null, null, mail.plain ? 0 : 1],
    10: mail.labels,
    15: mail.inReplyTo,
    17: mail.due ?? mail.at,
    35: [null, null, null, null, null, 0],
    36: [null, null, null, 0],
    41: 0,
    42: [0, 0, mail.saves, 0],
    51: `${mail.session}|#${mail.gid}|0`,
  })
}

/** Returns the change: the first save of a new thread is at [2], that of a reply at [1], any later save at [13]. */
function change(mail) {
  const m = message(mail)
  const inner = mail.parentGid ? [m, mail.parentGid, 1, null, [Date.now()]] : [m, null, 1]
  if (mail.saved) return places(14, { 13: inner })
  if (mail.parentGid) return [null, inner]
  return [null, null, [['', null, mail.at, mail.threadGid, [m]]]]
}

const relabel = (mail, add, remove, gids) => [++operations, [mail.threadGid, places(7, { 6: [add, remove, gids] })]]

/** Returns a whole request with one message. */
export function request(mail) {
  const leaving = !mail.labels.includes('^r')
  const changes = [[++operations, [mail.threadGid, change(mail)]]]
  if (leaving && mail.parentGid) {
    const [done, other] = mail.forward ? ['^io_fwd', '^io_re'] : ['^io_re', '^io_fwd']
    changes.push(relabel(mail, [done], [other], [mail.parentGid]))
  }
  if (leaving && mail.archived.length) changes.push(relabel(mail, [], ['^i'], mail.archived))
  const clock = [started, 1, Date.now(), leaving ? 1 : 0, 205]
  if (leaving) return [[null, null, 2], [changes], null, clock, 2]
  return [null, [changes], [1, history, null, null, [null, 0], null, 1], clock, 2]
}

/** Returns what the answer says about our message: legacy ids and Message-ID. */
export function receipt(answer, gid) {
  history = answer[3]?.[0] ?? history
  for (const [[threadGid, , inner]] of answer[1][5]) {
    const thread = inner[6][0]
    const found = thread[4].find((m) => m[0] === gid)
    if (found) return { threadGid, threadId: thread[19], id: found[55], messageId: found[13] }
  }
  return null
}
