/** Reports to the server which marks the pages found in sent copies. */
import type { FoundMarks } from "../lib/protocol/shapes/mail";
import { sendProof } from "./api";
import { withConnection } from "./connection";
import { change, read } from "./store";

const KEPT = 100;
/** The server accepts a proof only once it has the report of the mail. */
const TRIES = 20;

export async function keepProof(found: FoundMarks): Promise<void> {
  await change(["proofs"], ({ proofs }) => ({
    proofs: [...proofs.filter(({ lease }) => lease !== found.lease), { ...found, tries: 0 }].slice(
      -KEPT,
    ),
  }));
}

export async function deliverProofs(): Promise<void> {
  const { pairing, proofs } = await read("pairing", "proofs");
  if (pairing === null) return; // no try: they wait until the browser is connected again
  for (const { tries, ...found } of proofs) {
    const taken = await withConnection((pairing) => sendProof(pairing, found).then(() => true));
    await change(["proofs"], (kept) => ({
      proofs: kept.proofs.flatMap((one) => {
        if (one.lease !== found.lease) return [one];
        return taken || tries + 1 >= TRIES ? [] : [{ ...one, tries: tries + 1 }];
      }),
    }));
  }
}
