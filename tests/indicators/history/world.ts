import { sfc32 } from "../../../src/core/sfc32.js";
import type { HistoryOutcome } from "../../../src/history/event.js";
import type { Declaration } from "../../../src/model/declaration.js";
import type { GoodsItem } from "../../../src/model/goods-item.js";
import type { Party } from "../../../src/model/party.js";

export const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const SPAN_DAYS = 500;

/** A goods item as the world knows it: what the declared item says in other words. */
export interface TrueItem {
  readonly line: number;
  readonly hs: string;
  readonly origin: string | undefined;
  readonly currency: string | undefined;
  readonly unitValue: number | undefined;
  readonly massPerPackage: number | undefined;
}

/** A party of the trade as the world knows it: who it really is and what it really has, however that is written. */
export interface TrueParty {
  readonly who: string;
  readonly address: number | undefined;
  readonly phone: number | undefined;
  readonly email: number | undefined;
}

/** A declaration, or an amendment of one, and what is behind its texts. */
export interface Case {
  readonly declaration: Declaration;
  readonly family: string;
  readonly part: string;
  readonly occurredAt: number;
  readonly knownAt: number;
  readonly receiver: TrueParty | undefined;
  readonly shipper: TrueParty | undefined;
  readonly traders: readonly TrueParty[];
  readonly items: readonly TrueItem[];
  /** The total value where all items state one in one currency. */
  readonly total: { readonly currency: string; readonly amount: number } | undefined;
}

export interface World {
  readonly cases: readonly Case[];
  readonly outcomes: readonly HistoryOutcome[];
}

export interface Dice {
  /** An integer from 0 to below `n`. */
  readonly below: (n: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  const next = sfc32(seed, 1, 2);
  const share = (): number => next() / 2 ** 32;
  const below = (n: number): number => Math.floor(share() * n);
  return { below, chance: (p) => share() < p, pick: (values) => values[below(values.length)] as (typeof values)[number] };
}

// each in several spellings that mean the same
const NAMES = [
  ["Công ty Đại Dương", "CONG TY DAI DUONG", "công-ty đại dương."],
  ["Acme Trading Co., Ltd", "ACME TRADING CO LTD", "Acme  Trading (Co. Ltd)"],
  ["Łódź Export", "lodz export"],
];
const ADDRESSES = [
  ["12 Phố Huế, Hà Nội", "12 pho hue ha noi"],
  ["Kowloon, Block 7/F2", "KOWLOON BLOCK 7 F2"],
  ["Lô A1, KCN Tân Thuận", "lo a1 kcn tan thuan"],
];
const PHONES = [
  ["+84 901 234 567", "0901234567", "(0084) 901.234.567"],
  ["+86 10 5555 1234", "010-5555-1234"],
];
const EMAILS = [
  ["a@b.vn", "A@B.VN "],
  ["sales@acme.example", "Sales@Acme.Example"],
];

/** Some invented trade of few parties, so that everything repeats; the same seed, the same world. */
export function worldOf(seed: number, size: number): World {
  const dice = diceOf(seed);
  const cases: Case[] = [];
  const outcomes: HistoryOutcome[] = [];
  while (cases.length < size) {
    const previous = dice.chance(0.3) ? cases[cases.length - 1 - dice.below(Math.min(10, cases.length))] : undefined;
    const added = previous === undefined ? first(dice, cases.length) : later(dice, cases.length, previous);
    cases.push(added);
    if (dice.chance(0.5)) outcomes.push(outcomeOf(dice, added));
  }
  return { cases: cases.sort((a, b) => a.occurredAt - b.occurredAt), outcomes };
}

function first(dice: Dice, index: number): Case {
  const id = `D${index}`;
  // many on a few days, so that days have something to count
  const day = dice.chance(0.3) ? 400 + dice.below(3) : dice.below(SPAN_DAYS);
  return invent(dice, id, id, id, START + day * DAY + dice.below(DAY));
}

/** An amendment with a number of its own, or another part of a split. */
function later(dice: Dice, index: number, previous: Case): Case {
  const part = dice.chance(0.5) ? previous.part : `D${index}`;
  return invent(dice, `D${index}`, previous.family, part, previous.occurredAt + 1 + dice.below(20 * DAY));
}

function invent(dice: Dice, id: string, family: string, part: string, occurredAt: number): Case {
  const receiver = dice.chance(0.95) ? inventParty(dice) : undefined;
  const shipper = dice.chance(0.9) ? inventParty(dice) : undefined;
  const other = dice.chance(0.3) ? inventParty(dice) : undefined;
  const items = Array.from({ length: 1 + dice.below(2) }, (_, at) => inventItem(dice, at + 1));
  const parties: Record<string, Party> = {};
  const traders: TrueParty[] = [];
  const put = (role: string, one: Invented | undefined): void => {
    if (one === undefined) return;
    parties[role] = one.party;
    if (role !== "notifyParty") traders.push(one.truth);
  };
  // who comes first in the order of the roles is the one
  put(dice.pick(["importer", "consignee"]), receiver);
  if (parties.importer !== undefined && dice.chance(0.3)) put("consignee", inventParty(dice));
  put(dice.pick(["consignor", "exporter", "seller"]), shipper);
  if (parties.consignor !== undefined && dice.chance(0.3)) put("seller", inventParty(dice));
  put(dice.pick(["buyer", "notifyParty"]), other);
  if (dice.chance(0.9)) parties.declarant = { identifier: { scheme: "vn-tax", code: `broker${dice.below(3)}` }, phone: PHONES[0]?.[0] ?? "" };
  const amounts = items.map(({ item }) => item.customsValue);
  const currencies = new Set(amounts.map((money) => money?.currency));
  const [currency] = currencies;
  const declaration: Declaration = {
    id,
    ...(family === id ? {} : { firstDeclarationId: family }),
    direction: "import",
    registeredAt: new Date(occurredAt).toISOString(),
    ...(dice.chance(0.95) ? { customsOffice: dice.pick(["O1", "O1", "O2"]) } : {}),
    parties,
    transport: dice.chance(0.9) ? { departureCountryCode: dice.pick(["CN", "LA"]) } : {},
    documents: [],
    items: items.map(({ item }) => item) as unknown as Declaration["items"],
  };
  return {
    declaration,
    family,
    part,
    occurredAt,
    // now and then it is known only days later
    knownAt: occurredAt + (dice.chance(0.2) ? dice.below(3 * DAY) : 0),
    receiver: receiver?.truth,
    shipper: shipper?.truth,
    traders,
    items: items.map(({ truth }) => truth),
    total: currencies.size === 1 && currency !== undefined ? { currency, amount: amounts.reduce((sum, money) => sum + (money?.amount ?? 0), 0) } : undefined,
  };
}

interface Invented {
  readonly party: Party;
  readonly truth: TrueParty;
}

function inventParty(dice: Dice): Invented {
  const who = dice.below(6);
  const address = dice.chance(0.6) ? dice.below(ADDRESSES.length) : undefined;
  const phone = dice.chance(0.5) ? dice.below(PHONES.length) : undefined;
  const email = dice.chance(0.4) ? dice.below(EMAILS.length) : undefined;
  const identified = who < 3 ? { identifier: { scheme: "vn-tax", code: `010000000${who}` } } : {};
  // a name alone is one with its country
  const named = who < 3 && dice.chance(0.5) ? {} : { name: dice.pick(NAMES[who % NAMES.length] ?? []) };
  return {
    party: {
      ...identified,
      ...named,
      countryCode: who < 3 ? dice.pick(["VN", "CN"]) : "VN",
      ...(address === undefined ? (dice.chance(0.2) ? { address: "Hà Nội" } : {}) : { address: dice.pick(ADDRESSES[address] ?? []) }),
      ...(phone === undefined ? (dice.chance(0.2) ? { phone: "113" } : {}) : { phone: dice.pick(PHONES[phone] ?? []) }),
      ...(email === undefined ? (dice.chance(0.2) ? { email: "none" } : {}) : { email: dice.pick(EMAILS[email] ?? []) }),
    },
    truth: { who: `W${who}`, address, phone, email },
  };
}

function inventItem(dice: Dice, line: number): { readonly item: GoodsItem; readonly truth: TrueItem } {
  const hs = dice.pick(["29333699", "29333699", "293337", "2933", "30049099", "30"]);
  const origin = dice.chance(0.9) ? dice.pick(["CN", "CN", "CN", "IN"]) : undefined;
  const currency = dice.chance(0.95) ? dice.pick(["USD", "USD", "USD", "USD", "VND"]) : undefined;
  const amount = dice.chance(0.05) ? 0 : Math.round(100 * Math.exp(dice.below(6_000) / 1_000)) / 100;
  const netMassKg = dice.chance(0.05) ? 0 : dice.chance(0.9) ? 1 + dice.below(1_000) / 8 : undefined;
  const grossMassKg = dice.chance(0.9) ? dice.below(900) / 4 : undefined;
  const packageCount = dice.chance(0.9) ? dice.below(12) : undefined;
  return {
    item: {
      lineNumber: line,
      hsCode: hs,
      ...(origin === undefined ? {} : { originCountryCode: origin }),
      ...(currency === undefined ? {} : { customsValue: { amount, currency } }),
      ...(netMassKg === undefined ? {} : { netMassKg }),
      ...(grossMassKg === undefined ? {} : { grossMassKg }),
      ...(packageCount === undefined ? {} : { packageCount }),
    },
    truth: {
      line,
      hs,
      origin,
      currency,
      unitValue: currency === undefined || netMassKg === undefined ? undefined : amount / netMassKg,
      massPerPackage: grossMassKg === undefined || packageCount === undefined ? undefined : grossMassKg / packageCount,
    },
  };
}

function outcomeOf(dice: Dice, { declaration, occurredAt }: Case): HistoryOutcome {
  return {
    declarationId: declaration.id,
    ...(dice.chance(0.3) ? { item: 1 + dice.below(3) } : {}),
    finding: dice.chance(0.4),
    knownAt: new Date(occurredAt + DAY + dice.below(59 * DAY)).toISOString(),
  };
}
