import { canonicalJson } from "../core/canonical.js";
import type { Facts, SelectionIdentityKind } from "../indicators/facts.js";
import type { Selection } from "../profile/profile.js";
import type { SelectionMechanism, SelectionResult } from "./assessment.js";
import type { SelectionKey } from "./selection-key.js";

/** What the mechanisms other than chance came to, as ranks of channels. */
export interface Reached {
  readonly threshold: number;
  readonly mandatory: number;
}

/** The selection, and whether the random draw raises the channel. */
export interface SelectionOutcome {
  readonly result: SelectionResult;
  readonly drawnAtRandom: boolean;
}

/** Combines all mechanisms; the random draw is made even where another mechanism selects already. */
export function select(selection: Selection, selectedRank: number, reached: Reached, facts: Facts, key: SelectionKey | undefined): SelectionOutcome {
  const certain = (kind: "mandatory" | "threshold", rank: number): SelectionMechanism => {
    const drawn = rank >= selectedRank;
    return { kind, drawn, probability: drawn ? 1 : 0 };
  };
  const mechanisms = [certain("mandatory", reached.mandatory), certain("threshold", reached.threshold)];
  const isCertain = mechanisms.some((mechanism) => mechanism.drawn);
  const { randomRate } = selection;
  if (randomRate === undefined || key === undefined) {
    return { drawnAtRandom: false, result: { probability: isCertain ? 1 : 0, mechanisms } };
  }
  const identity = chooseIdentity(selection.identity ?? [], facts);
  const drawn = isDrawn(key, identity, randomRate);
  return {
    drawnAtRandom: drawn,
    result: {
      probability: isCertain ? 1 : randomRate,
      mechanisms: [...mechanisms, { kind: "random", drawn, probability: randomRate }],
      identity: { kind: identity.kind, strength: identity.kind === "transportDocument" ? "strong" : "weak" },
      keyId: key.id,
    },
  };
}

/** Whether the random draw selects a declaration, whatever else does. */
export function isDrawnAtRandom({ randomRate, identity }: Selection, facts: Facts, key: SelectionKey | undefined): boolean {
  return randomRate !== undefined && key !== undefined && isDrawn(key, chooseIdentity(identity ?? [], facts), randomRate);
}

interface Identity {
  readonly kind: SelectionIdentityKind;
  readonly values: readonly string[];
}

/** The first declared identity that the record has; its own id stands for a first declaration that is not named. */
function chooseIdentity(kinds: readonly SelectionIdentityKind[], facts: Facts): Identity {
  for (const kind of kinds) {
    const values = facts.identities?.[kind];
    if (values !== undefined) return { kind, values };
  }
  return { kind: "firstDeclaration", values: [facts.id] };
}

/** Draws: the 53-bit number of key and identity alone is below the rate's share of 2^53; rate 0 never, rate 1 always. */
export function isDrawn(key: SelectionKey, identity: Identity, rate: number): boolean {
  const message = canonicalJson(["consignment-risk/draw@1", identity.kind, ...identity.values]);
  return key.draw(message) < rate * 2 ** 53;
}
