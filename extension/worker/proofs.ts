/** Reports to the server which marks the pages found in sent copies. */
import type { FoundMarks } from "../lib/protocol/shapes/mail";
import { sendProof } from "./api";
import { withConnection } from "./connection";
import { ApiError, type Connection } from "./http";
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

/**
 * Sends the proofs. Only a refusal by our own server is a try. If there is no answer of ours, this round ends, and the
 * proof is the last one of the next round, because it may be what makes the server fail.
 */
export async function deliverProofs(): Promise<void> {
  const { proofs } = await read("proofs");
  for (const { tries, ...found } of proofs) {
    const outcome = await withConnection((pairing) => send(pairing, found));
    await change(["proofs"], ({ proofs: kept }) => {
      const others = kept.filter(({ lease }) => lease !== found.lease);
      const [mine] = kept.filter(({ lease }) => lease === found.lease);
      if (mine === undefined || outcome === "taken") return { proofs: others };
      if (outcome === null) return { proofs: [...others, mine] };
      return { proofs: tries + 1 < TRIES ? [...others, { ...mine, tries: tries + 1 }] : others };
    });
    if (outcome === null) return;
  }
}

async function send(connection: Connection, found: FoundMarks): Promise<"taken" | "refused"> {
  try {
    await sendProof(connection, found);
    return "taken";
  } catch (error) {
    if (error instanceof ApiError && error.kind === "refused") return "refused";
    throw error;
  }
}
