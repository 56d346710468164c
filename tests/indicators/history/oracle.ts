import type { HistoryOutcome } from "../../../src/history/event.js";
import { type Case, DAY, type TrueItem, type TrueParty, type World } from "./world.js";

/** What one family says at a moment. */
interface Family {
  readonly seenAt: number;
  /** The latest version of each part. */
  readonly parts: readonly { readonly version: Case; readonly results: ReadonlyMap<number, boolean> }[];
}

type Value = number | boolean | "absent" | "notApplicable";

/**
 * The families that were known at a moment, but that of `own`, from nothing but what had occurred and was known then. Written from
 * what the indicators say of themselves, over the world and not over the texts of declarations: no code of the package is used.
 */
function familiesAt({ cases, outcomes }: World, asOf: number, own: string): readonly Family[] {
  const known = cases.filter((one) => Math.max(one.occurredAt, one.knownAt) <= asOf && one.family !== own);
  return [...new Set(known.map((one) => one.family))].map((family) => {
    const ofFamily = known.filter((one) => one.family === family);
    const parts = [...new Set(ofFamily.map((one) => one.part))].map((part) => {
      const versions = ofFamily.filter((one) => one.part === part);
      const version = versions.reduce((a, b) => (b.occurredAt > a.occurredAt ? b : a));
      const ids = versions.map((one) => one.declaration.id);
      return { version, results: resultsOf(outcomes.filter((one) => ids.includes(one.declarationId) && Date.parse(one.knownAt) <= asOf)) };
    });
    return { seenAt: Math.min(...ofFamily.map((one) => one.occurredAt)), parts };
  });
}

/** The latest result of each item, and of the whole under 0. */
function resultsOf(outcomes: readonly HistoryOutcome[]): ReadonlyMap<number, boolean> {
  const sorted = [...outcomes].sort((a, b) => Date.parse(a.knownAt) - Date.parse(b.knownAt));
  return new Map(sorted.map((one) => [one.item ?? 0, one.finding]));
}

/** What the indicators that read history should say of a declaration at a moment; of items by line. */
export function expectedOf(
  world: World,
  one: Case,
  asOf: number,
): { readonly header: Record<string, Value>; readonly items: readonly Record<string, Value>[] } {
  const families = familiesAt(world, asOf, one.family);
  const { receiver, shipper, declaration } = one;
  const within = (days: number) => families.filter(({ seenAt }) => Math.floor(asOf / DAY) - Math.floor(seenAt / DAY) < days);
  const having = (some: readonly Family[], is: (version: Case) => boolean) => some.filter(({ parts }) => parts.some(({ version }) => is(version)));
  const isReceiver = (version: Case): boolean => version.receiver?.who === receiver?.who;
  const brokerOf = (version: Case): string | undefined => version.declaration.parties.declarant?.identifier?.code;
  const broker = brokerOf(one);

  const ofReceiver = having(families, isReceiver);
  const recent = having(within(365), isReceiver);
  const together = having(ofReceiver, (version) => isReceiver(version) && brokerOf(version) === broker);
  const here = having(recent, (version) => isReceiver(version) && version.declaration.customsOffice === declaration.customsOffice);
  const header: Record<string, Value> = {
    receiverRecentDeclarations: receiver === undefined ? "absent" : recent.length,
    shipperPriorDeclarations: shipper === undefined ? "absent" : having(families, (version) => version.shipper?.who === shipper.who).length,
    pairPriorDeclarations:
      receiver === undefined || shipper === undefined
        ? "absent"
        : having(families, (version) => isReceiver(version) && version.shipper?.who === shipper.who).length,
    receiverDormantDays:
      receiver === undefined
        ? "absent"
        : ofReceiver.length === 0
          ? "notApplicable"
          : Math.floor((asOf - Math.max(...ofReceiver.map(({ seenAt }) => seenAt))) / DAY),
    partiesAtAddress: mostSharing(within(365), one, (party) => [["address", party.address]]),
    partiesSharingContact: mostSharing(within(365), one, (party) => [
      ["phone", party.phone],
      ["email", party.email],
    ]),
    receiverFindingRate: receiver === undefined ? "absent" : rate(families, isReceiver),
    receiverRecentFindingRate:
      receiver === undefined
        ? "absent"
        : rate(within(365), isReceiver, ({ seenAt }) => 2 ** -Math.floor((Math.floor(asOf / DAY) - Math.floor(seenAt / DAY)) / 90)),
    shipperFindingRate: shipper === undefined ? "absent" : rate(families, (version) => version.shipper?.who === shipper.who),
    linkedPartyFindings: linkedFindings(families, within(365), receiver),
    declarantFindingRate: broker === undefined ? "absent" : rate(families, (version) => brokerOf(version) === broker),
    receiverDeclarantCount:
      receiver === undefined
        ? "absent"
        : new Set(
            within(90).flatMap(({ parts }) =>
              parts.flatMap(({ version }) => (isReceiver(version) && brokerOf(version) !== undefined ? [brokerOf(version)] : [])),
            ),
          ).size,
    declarantNewToReceiver: receiver === undefined || broker === undefined ? "absent" : ofReceiver.length === 0 ? "notApplicable" : together.length === 0,
    officeShareOfReceiver:
      receiver === undefined || declaration.customsOffice === undefined ? "absent" : recent.length === 0 ? "notApplicable" : here.length / recent.length,
    routeFindingRate:
      declaration.customsOffice === undefined || declaration.transport.departureCountryCode === undefined
        ? "absent"
        : rate(
            families,
            (version) =>
              version.declaration.customsOffice === declaration.customsOffice &&
              version.declaration.transport.departureCountryCode === declaration.transport.departureCountryCode,
          ),
    smallDeclarationsOfReceiver: smallOnes(within(2), one),
    sendersToReceiver: receiver === undefined ? "absent" : senders(within(30), receiver),
  };
  const items = one.items.map((item): Record<string, Value> => {
    const chapter = having(ofReceiver, (version) => isReceiver(version) && version.items.some(({ hs }) => hs.slice(0, 2) === item.hs.slice(0, 2)));
    return {
      chapterShareOfReceiver: receiver === undefined ? "absent" : ofReceiver.length === 0 ? "notApplicable" : chapter.length / ofReceiver.length,
      unitValueDeviation: deviation(within(365), item.unitValue, ({ unitValue }) => unitValue, [
        (other) => item.hs.length >= 6 && subheading(other) === subheading(item) && other.origin === item.origin && other.currency === item.currency,
        (other) => item.hs.length >= 6 && subheading(other) === subheading(item) && other.currency === item.currency,
        (other) => item.hs.length >= 4 && other.hs.slice(0, 4) === item.hs.slice(0, 4) && other.currency === item.currency,
      ]),
      massPerPackageDeviation: deviation(within(365), item.massPerPackage, ({ massPerPackage }) => massPerPackage, [
        (other) => item.hs.length >= 6 && subheading(other) === subheading(item),
        (other) => item.hs.length >= 4 && other.hs.slice(0, 4) === item.hs.slice(0, 4),
      ]),
      goodsFindingRate:
        item.hs.length < 6 || item.origin === undefined
          ? "absent"
          : itemRate(families, (other) => subheading(other) === subheading(item) && other.origin === item.origin),
    };
  });
  return { header, items };
}

function subheading({ hs }: TrueItem): string {
  return hs.length < 6 ? "none" : hs.slice(0, 6);
}

/** Findings / (inspections + 10) of the families that have something in their header, weighed. */
function rate(families: readonly Family[], is: (version: Case) => boolean, weight: (family: Family) => number = () => 1): number {
  let inspected = 0;
  let findings = 0;
  for (const family of families) {
    const results = family.parts.flatMap(({ version, results }) => (is(version) ? [...results.values()] : []));
    if (results.length > 0) inspected += weight(family);
    if (results.includes(true)) findings += weight(family);
  }
  return findings / (inspected + 10);
}

/** Findings / (inspections + 10) of the families that have an item: an outcome of the whole is one of each item. */
function itemRate(families: readonly Family[], is: (item: TrueItem) => boolean): number {
  let inspected = 0;
  let findings = 0;
  for (const { parts } of families) {
    const results = parts.flatMap(({ version, results }) =>
      version.items.filter(is).flatMap(({ line }) => [results.get(0), results.get(line)].filter((result) => result !== undefined)),
    );
    if (results.length > 0) inspected += 1;
    if (results.includes(true)) findings += 1;
  }
  return findings / (inspected + 10);
}

type Traits = readonly (readonly [string, number | undefined])[];

function traitsOf({ address, phone, email }: TrueParty): Traits {
  return [
    ["address", address],
    ["phone", phone],
    ["email", email],
  ];
}

function sharing(families: readonly Family[], party: TrueParty, [name, value]: Traits[number]): ReadonlySet<string> {
  const traders = families.flatMap(({ parts }) => parts.flatMap(({ version }) => version.traders));
  const alike = traders.filter((other) => traitsOf(other).some(([otherName, otherValue]) => otherName === name && otherValue === value));
  return new Set(alike.map(({ who }) => who).filter((who) => who !== party.who));
}

function mostSharing(families: readonly Family[], one: Case, traits: (party: TrueParty) => Traits): Value {
  const counts = one.traders.flatMap((party) =>
    traits(party)
      .filter(([, value]) => value !== undefined)
      .map((trait) => sharing(families, party, trait).size),
  );
  return counts.length === 0 ? "absent" : Math.max(...counts);
}

function linkedFindings(families: readonly Family[], recent: readonly Family[], receiver: TrueParty | undefined): Value {
  const traits = receiver === undefined ? [] : traitsOf(receiver).filter(([, value]) => value !== undefined);
  if (receiver === undefined || traits.length === 0) return "absent";
  const linked = new Set(traits.flatMap((trait) => [...sharing(recent, receiver, trait)]));
  let findings = 0;
  for (const who of linked) {
    for (const { parts } of families) {
      if (parts.some(({ version, results }) => version.receiver?.who === who && [...results.values()].includes(true))) findings += 1;
    }
  }
  return findings;
}

function smallOnes(families: readonly Family[], { receiver, total }: Case): Value {
  if (receiver === undefined || total === undefined) return "absent";
  const bin = (amount: number): number => Math.floor(8 * Math.log(Math.max(amount, 0.001)));
  // a family whose parts have several values is one for each bin of value
  return families.reduce((sum, { parts }) => {
    const bins = parts.flatMap(({ version }) =>
      version.receiver?.who === receiver.who && version.total?.currency === total.currency ? [bin(version.total.amount)] : [],
    );
    return sum + new Set(bins.filter((other) => other <= bin(total.amount))).size;
  }, 0);
}

function senders(families: readonly Family[], receiver: TrueParty): number {
  const versions = families.flatMap(({ parts }) => parts.map(({ version }) => version));
  const distinct = (is: (other: TrueParty | undefined) => boolean): number =>
    new Set(versions.flatMap((version) => (is(version.receiver) && version.shipper !== undefined ? [version.shipper.who] : []))).size;
  const toAddress = receiver.address === undefined ? 0 : distinct((other) => other?.address === receiver.address);
  return Math.max(
    toAddress,
    distinct((other) => other?.who === receiver.who),
  );
}

/** The modified z-score of a bin among the bins of the first lot of at least 30 families. */
function deviation(
  families: readonly Family[],
  value: number | undefined,
  of: (item: TrueItem) => number | undefined,
  alike: readonly ((item: TrueItem) => boolean)[],
): Value {
  const bin = (x: number): number => Math.floor(8 * Math.log(x));
  if (value === undefined) return "absent";
  if (!(value > 0 && value < Infinity)) return "notApplicable";
  for (const is of alike) {
    const bins = families.flatMap(({ parts }) => {
      const values = parts.flatMap(({ version }) => version.items.filter(is).map((item) => of(item) ?? 0));
      return [...new Set(values.filter((one) => one > 0 && one < Infinity).map(bin))];
    });
    if (bins.length < 30) continue;
    const median = medianOf(bins);
    return (0.6745 * (bin(value) - median)) / Math.max(1, medianOf(bins.map((other) => Math.abs(other - median))));
  }
  return "absent";
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
