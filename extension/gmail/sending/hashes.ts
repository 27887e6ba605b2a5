/**
 * SHA-256 and HMAC for many short texts in a row. Making the state of a hash takes longer than hashing a link, so
 * states are reused. The interface is that of @noble/hashes.
 */
import { hmac as nobleHmac } from "@noble/hashes/hmac.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";

const fresh = nobleSha256.create();
const used = fresh.clone();

export const sha256 = Object.assign(
  (bytes: Uint8Array): Uint8Array => fresh._cloneInto(used).update(bytes).digest(),
  nobleSha256,
);

/** What @noble/hashes promises of a keyed hash. */
type Keyed = {
  update(bytes: Uint8Array): Keyed;
  digest(): Uint8Array;
  clone(): Keyed;
  _cloneInto(to: Keyed): Keyed;
};

export const hmac = {
  /** Returns what hashes with `key`. Its clones share their state: take the digest of one before the next. */
  create(hash: typeof nobleSha256, key: Uint8Array): Pick<Keyed, "clone"> {
    const keyed = nobleHmac.create(hash, key) as unknown as Keyed;
    const shared = keyed.clone();
    return { clone: () => keyed._cloneInto(shared) };
  },
};
