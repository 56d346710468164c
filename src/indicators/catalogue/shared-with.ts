import { PARTY_ROLES } from "../../model/parties.js";
import type { Party } from "../../model/party.js";
import { partyIdentity, TRADE_ROLES } from "../../model/trade-parties.js";
import type { HeaderContext } from "../indicator.js";
import { pastMembers } from "./past.js";

/** What parties can share: a dimension of history, and what of a party it is counted by. */
export interface SharedTrait {
  readonly dimension: string;
  readonly key: (party: Party) => string | undefined;
}

/** For how many days it is remembered who had what. */
const SHARED_DAYS = 365;

/**
 * The identities of other parties of which a party had the traits in the last 365 days, by trait; `undefined` where it states none of
 * the traits, or without a history.
 */
export function sharedWith(context: HeaderContext, party: Party | undefined, traits: readonly SharedTrait[]): readonly ReadonlySet<string>[] | undefined {
  if (party === undefined) return undefined;
  const own = partyIdentity(party);
  const shared = traits.flatMap(({ dimension, key }) => {
    const members = pastMembers(context, dimension, [key(party)], SHARED_DAYS);
    return members === undefined ? [] : [new Set([...members.keys()].filter((identity) => identity !== own))];
  });
  return shared.length === 0 ? undefined : shared;
}

/** The most other parties that share one of the traits with a party of the trade; `undefined` where none states any. */
export function mostSharing(context: HeaderContext, traits: readonly SharedTrait[]): number | undefined {
  const { parties } = context.declaration;
  const counts = PARTY_ROLES.filter((role) => TRADE_ROLES.includes(role)).flatMap((role) => sharedWith(context, parties[role], traits) ?? []);
  return counts.length === 0 ? undefined : Math.max(...counts.map(({ size }) => size));
}
