import { airWaybillNumber } from "../../model/identifiers/air-waybill-number.js";
import { casNumber } from "../../model/identifiers/cas-number.js";
import { containerNumber } from "../../model/identifiers/container-number.js";
import { type IdentifierKind, identifierFault } from "../../model/identifiers/identifier.js";
import { imoNumber } from "../../model/identifiers/imo-number.js";
import { legalEntityIdentifier } from "../../model/identifiers/legal-entity-identifier.js";
import { postalItemNumber } from "../../model/identifiers/postal-item-number.js";
import { vietnameseTaxCode } from "../../model/identifiers/vietnamese-tax-code.js";
import { PARTY_ROLES } from "../../model/parties.js";
import type { Subject } from "../../model/subject.js";
import { casNumbersIn } from "../../reference/cas-numbers-in.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How many numbers fail their check digit: containers, tax codes (scheme vn-mst), LEI (scheme lei), air waybills, postal items, ships (scheme imo), CAS numbers stated or in a description. */
export const checkDigitFaults: Indicator<"checkDigitFaults", "number", "header"> = defineIndicator({
  id: "checkDigitFaults",
  tableId: "I46",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties", "transport", "items[].casNumbers", "items[].description"],
  meaning: {
    en: "How many numbers fail their check digit: containers, tax codes (scheme vn-mst), LEI (scheme lei), air waybills, postal items, ships (scheme imo), CAS numbers stated or in a description.",
    vi: "Số mã sai chữ số kiểm tra: công-te-nơ, mã số thuế (vn-mst), LEI (lei), vận đơn hàng không, bưu gửi, tàu biển (imo), số CAS khai riêng hoặc trong mô tả.",
  },
  falsePositiveGuard: {
    en: "Typing errors are common and say as much of the carrier as of the goods; check digits miss some errors, see the page of identifiers.",
    vi: "Lỗi nhập liệu khá phổ biến và phản ánh chất lượng dữ liệu của hãng vận chuyển nhiều hơn hàng hóa.",
  },
  source: "Accuracy of advance data is a published indicator (WCO News); check digits: see the page of identifiers",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) => partyFaults(declaration) + transportFaults(declaration) + goodsFaults(declaration),
});

function fails<T>(kind: IdentifierKind<T>, text: string): boolean {
  return identifierFault(kind, text) === "checkDigit";
}

function partyFaults({ parties }: Subject): number {
  const numbers = PARTY_ROLES.flatMap((role) => [parties[role]?.identifier ?? [], parties[role]?.otherIdentifiers ?? []].flat());
  const distinct = new Map(numbers.map((number) => [`${number.scheme}:${number.code}`, number]));
  return [...distinct.values()].filter(
    ({ scheme, code }) => (scheme === "vn-mst" && fails(vietnameseTaxCode, code)) || (scheme === "lei" && fails(legalEntityIdentifier, code)),
  ).length;
}

function transportFaults({ transport }: Subject): number {
  const { equipment = [], documents = [], itinerary = [] } = transport;
  const ships = new Set(itinerary.flatMap(({ meansScheme, meansId }) => (meansScheme === "imo" && meansId !== undefined ? [meansId] : [])));
  return (
    equipment.filter(({ id }) => fails(containerNumber, id)).length +
    documents.filter(({ kind, level, number }) =>
      kind === "airWaybill" ? level !== "house" && fails(airWaybillNumber, number) : kind === "postalItem" && fails(postalItemNumber, number),
    ).length +
    [...ships].filter((ship) => fails(imoNumber, ship)).length
  );
}

function goodsFaults({ items }: Subject): number {
  return items.reduce(
    (sum, { casNumbers = [], description = "" }) => sum + casNumbers.filter((cas) => fails(casNumber, cas)).length + casNumbersIn(description).failed,
    0,
  );
}
