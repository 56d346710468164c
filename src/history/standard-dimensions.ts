import { deepFreeze } from "../core/freeze.js";
import type { Declaration } from "../model/declaration.js";
import type { GoodsItem } from "../model/goods-item.js";
import { signatureOf } from "../model/goods-signature.js";
import { chapterOf, headingOf, subheadingOf } from "../model/hs-part.js";
import { type Party, partyKey } from "../model/party.js";
import { addressKey, emailKey, partyIdentity, phoneKey, receiverOf, shipperOf, TRADE_ROLES } from "../model/trade-parties.js";
import type { HistoryDimension } from "./dimension.js";
import { massPerPackageBin, totalValueBin, unitValueBin } from "./value-bins.js";

type Part<Of extends readonly unknown[]> = (...of: Of) => string | undefined;

const importer: Part<[Declaration]> = ({ parties }) => partyKey(parties.importer);
const seller: Part<[Declaration]> = ({ parties }) => partyKey(parties.seller);
const declarant: Part<[Declaration]> = ({ parties }) => partyKey(parties.declarant);
const consignor: Part<[Declaration]> = ({ parties }) => partyKey(parties.consignor);
const consignee: Part<[Declaration]> = ({ parties }) => partyKey(parties.consignee);
const receiver: Part<[Declaration]> = ({ parties }) => partyIdentity(receiverOf(parties));
const shipper: Part<[Declaration]> = ({ parties }) => partyIdentity(shipperOf(parties));
const office: Part<[Declaration]> = ({ customsOffice }) => customsOffice;
const totalValue: Part<[Declaration]> = (declaration) => binText(totalValueBin(declaration)?.bin);

const hsChapter: Part<[Declaration, GoodsItem]> = (_, item) => chapterOf(item);
const hsHeading: Part<[Declaration, GoodsItem]> = (_, item) => headingOf(item);
const hsSubheading: Part<[Declaration, GoodsItem]> = (_, item) => subheadingOf(item);
const origin: Part<[Declaration, GoodsItem]> = (_, { originCountryCode }) => originCountryCode;
const currency: Part<[Declaration, GoodsItem]> = (_, { customsValue }) => customsValue?.currency;
const unitValue: Part<[Declaration, GoodsItem]> = (_, item) => binText(unitValueBin(item));
const massPerPackage: Part<[Declaration, GoodsItem]> = (_, item) => binText(massPerPackageBin(item));

function binText(bin: number | undefined): string | undefined {
  return bin === undefined ? undefined : String(bin);
}

function header(id: string, ...parts: readonly Part<[Declaration]>[]): HistoryDimension {
  return { id, level: "header", values: (declaration) => allStated(parts.map((part) => part(declaration))) };
}

function item(id: string, ...parts: readonly Part<[Declaration, GoodsItem]>[]): HistoryDimension {
  return { id, level: "item", values: (declaration, goods) => allStated(parts.map((part) => part(declaration, goods))) };
}

/** What parties of the trade have, and which of them had it. */
function shared(id: string, key: (party: Party) => string | undefined): HistoryDimension {
  const values = (party: Party) => allStated([key(party), partyIdentity(party)]);
  return { id, level: "party", values: (_, party, role) => (TRADE_ROLES.includes(role) ? values(party) : undefined) };
}

function allStated(values: readonly (string | undefined)[]): readonly string[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}

/**
 * What declarations are counted by unless told: parties, pairs of parties, parties with goods and offices, what parties share,
 * routes, goods with their origin, unit values and masses per package in logarithmic bins, and the goods signature. `receiver`,
 * `shipper` and `notifyParty` are told apart by identifier or name (`partyIdentity`), the other parties by their identifier with its scheme alone.
 */
export const standardDimensions: readonly HistoryDimension[] = deepFreeze([
  header("importer", importer),
  header("seller", seller),
  header("declarant", declarant),
  header("receiver", receiver),
  header("shipper", shipper),
  header("notifyParty", ({ parties }) => partyIdentity(parties.notifyParty)),
  header("seller+importer", seller, importer),
  header("consignor+consignee", consignor, consignee),
  header("receiver>shipper", receiver, shipper),
  header("receiver>declarant", receiver, declarant),
  header("receiver+office", receiver, office),
  header("office+departureCountry", office, ({ transport }) => transport.departureCountryCode),
  header("receiver+currency>totalValue", receiver, (declaration) => totalValueBin(declaration)?.currency, totalValue),
  header("receiverAddress>shipper", ({ parties }) => addressKey(receiverOf(parties) ?? {}), shipper),
  shared("address>party", addressKey),
  shared("phone>party", phoneKey),
  shared("email>party", emailKey),
  item("importer+hsSubheading", importer, hsSubheading),
  item("receiver+hsChapter", receiver, hsChapter),
  item("hsSubheading+originCountry", hsSubheading, origin),
  item("hsSubheading+originCountry+currency>unitValue", hsSubheading, origin, currency, unitValue),
  item("hsSubheading+currency>unitValue", hsSubheading, currency, unitValue),
  item("hsHeading+currency>unitValue", hsHeading, currency, unitValue),
  item("hsSubheading>massPerPackage", hsSubheading, massPerPackage),
  item("hsHeading>massPerPackage", hsHeading, massPerPackage),
  item("goodsSignature", signatureOf),
]);
