import { deepFreeze } from "../core/freeze.js";
import type { Declaration } from "../model/declaration.js";
import type { GoodsItem } from "../model/goods-item.js";
import { signatureOf } from "../model/goods-signature.js";
import { partyKey } from "../model/party.js";
import type { HistoryDimension } from "./dimension.js";

type Part<Of extends readonly unknown[]> = (...of: Of) => string | undefined;

const importer: Part<[Declaration]> = ({ parties }) => partyKey(parties.importer);
const seller: Part<[Declaration]> = ({ parties }) => partyKey(parties.seller);
const declarant: Part<[Declaration]> = ({ parties }) => partyKey(parties.declarant);
const consignor: Part<[Declaration]> = ({ parties }) => partyKey(parties.consignor);
const consignee: Part<[Declaration]> = ({ parties }) => partyKey(parties.consignee);
const hsSubheading: Part<[Declaration, GoodsItem]> = (_, { hsCode }) => (hsCode.length < 6 ? undefined : hsCode.slice(0, 6));

function header(id: string, ...parts: readonly Part<[Declaration]>[]): HistoryDimension {
  return { id, level: "header", values: (declaration) => allStated(parts.map((part) => part(declaration))) };
}

function item(id: string, ...parts: readonly Part<[Declaration, GoodsItem]>[]): HistoryDimension {
  return { id, level: "item", values: (declaration, goods) => allStated(parts.map((part) => part(declaration, goods))) };
}

function allStated(values: readonly (string | undefined)[]): readonly string[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}

/**
 * What declarations are counted by unless told: parties, pairs of parties, parties with goods, routes, goods with their origin,
 * and the goods signature. Parties by their identifier with its scheme, goods by HS subheading (6 digits).
 */
export const standardDimensions: readonly HistoryDimension[] = deepFreeze([
  header("importer", importer),
  header("seller", seller),
  header("declarant", declarant),
  header("seller+importer", seller, importer),
  header("consignor+consignee", consignor, consignee),
  header(
    "office+departureCountry",
    ({ customsOffice }) => customsOffice,
    ({ transport }) => transport.departureCountryCode,
  ),
  item("importer+hsSubheading", importer, hsSubheading),
  item("hsSubheading+originCountry", hsSubheading, (_, { originCountryCode }) => originCountryCode),
  item("goodsSignature", signatureOf),
]);
