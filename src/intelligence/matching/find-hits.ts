import { foldPhrase, foldWords } from "../../core/text.js";
import { matchPrepared } from "../names/match-names.js";
import { type PreparedName, prepareName } from "../names/prepared-name.js";
import { addressBlocks } from "./address-blocks.js";
import type { AlertEntry, Posting } from "./alert-entry.js";
import { exactValues } from "./exact-keys.js";
import type { Hit } from "./hit.js";
import { matchNormalisedAddresses } from "./match-addresses.js";
import type { Matchable } from "./matchable.js";
import { nameBlocks } from "./name-blocks.js";
import { normaliseAddress } from "./normalise-address.js";
import { routeHolds, routeKeys } from "./route-keys.js";

/** From what score on names and addresses count as found. */
export interface MatchThresholds {
  readonly name: number;
  readonly address: number;
}

/** What finding hits read. */
export interface Finder {
  readonly postings: (key: string) => readonly Posting[] | undefined;
  /** Whether an alert is in force at the moment asked for, and known to whoever asks; what is not is never compared. */
  readonly isUsable: (entry: AlertEntry) => boolean;
  readonly thresholds: MatchThresholds;
}

/** What was found, by alert, and how many names and addresses were compared. */
export interface Found {
  readonly hits: ReadonlyMap<AlertEntry, readonly Hit[]>;
  readonly compared: number;
}

/** Finds the subjects of alerts in a declaration. */
export function findHits(declaration: Matchable, { postings, isUsable, thresholds }: Finder): Found {
  const hits = new Map<AlertEntry, Hit[]>();
  let compared = 0;
  const add = (entry: AlertEntry, hit: Hit): void => {
    const known = hits.get(entry);
    if (known === undefined) hits.set(entry, [hit]);
    else known.push(hit);
  };

  for (const { key, path, lineNumber } of exactValues(declaration)) {
    for (const { entry, subject } of postings(key) ?? []) {
      if (!isUsable(entry)) continue;
      const basis = key.startsWith("hs ") || key.startsWith("cas ") ? "pattern" : "identifier";
      add(entry, { subject, basis, score: 1, path, ...(lineNumber === undefined ? {} : { lineNumber }) });
    }
  }

  const compareName = (kind: "party" | "means", name: PreparedName, path: string): void => {
    const { pairs, singles, whole } = nameBlocks(name);
    const seen = new Set<Posting>();
    for (const block of [...pairs, ...singles, whole]) {
      for (const posting of postings(`${kind} ${block}`) ?? []) {
        if (posting.kind !== kind || seen.has(posting) || !isUsable(posting.entry)) continue;
        seen.add(posting);
        compared += 1;
        const score = matchPrepared(posting.name, name);
        if (score >= thresholds.name) add(posting.entry, { subject: posting.subject, basis: "name", score, path });
      }
    }
  };
  const compareAddress = (text: string, path: string): void => {
    const address = normaliseAddress(text);
    const seen = new Set<Posting>();
    for (const block of addressBlocks(address)) {
      for (const posting of postings(block) ?? []) {
        if (posting.kind !== "address" || seen.has(posting) || !isUsable(posting.entry)) continue;
        seen.add(posting);
        compared += 1;
        const score = matchNormalisedAddresses(posting.address, address);
        if (score >= thresholds.address) add(posting.entry, { subject: posting.subject, basis: "address", score, path });
      }
    }
  };
  // one party often stands in several roles
  const names = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (const [role, party] of Object.entries(declaration.parties)) {
    if (party?.name !== undefined && !names.has(party.name)) names.set(party.name, `parties.${role}.name`);
    if (party?.address !== undefined && !addresses.has(party.address)) addresses.set(party.address, `parties.${role}.address`);
  }
  for (const [name, path] of names) compareName("party", prepareName(name), path);
  for (const [address, path] of addresses) compareAddress(address, path);
  const { meansId, itinerary = [] } = declaration.transport;
  if (meansId !== undefined) compareName("means", prepareName(meansId), "transport.meansId");
  for (const [index, leg] of itinerary.entries()) {
    if (leg.meansId !== undefined && leg.meansId !== meansId) compareName("means", prepareName(leg.meansId), `transport.itinerary[${index}].meansId`);
  }

  for (const key of routeKeys(declaration)) {
    for (const posting of postings(key) ?? []) {
      if (posting.kind !== "route" || !isUsable(posting.entry) || !routeHolds(posting.route, declaration)) continue;
      const { subject, entry, route } = posting;
      const hit = { subject, basis: "pattern", score: 1 } as const;
      if (route.originCountryCode === undefined) add(entry, { ...hit, path: "transport" });
      else {
        for (const [index, item] of declaration.items.entries()) {
          if (item.originCountryCode === route.originCountryCode) {
            add(entry, { ...hit, path: `items[${index}].originCountryCode`, lineNumber: item.lineNumber });
          }
        }
      }
    }
  }

  for (const [index, { description, lineNumber }] of declaration.items.entries()) {
    if (description === undefined) continue;
    const text = foldPhrase(description);
    for (const word of new Set(foldWords(description))) {
      for (const posting of postings(`phrase ${word}`) ?? []) {
        if (posting.kind !== "phrase" || !isUsable(posting.entry) || !text.includes(posting.phrase)) continue;
        add(posting.entry, { subject: posting.subject, basis: "pattern", score: 1, path: `items[${index}].description`, lineNumber });
      }
    }
  }
  return { hits, compared };
}
