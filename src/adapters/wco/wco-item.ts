import { expectation } from "../../core/expectation.js";
import { createIssue } from "../../core/issue.js";
import { EU_SCHEMES } from "../eu-codes/schemes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { attributeOf, childOf, childrenOf, placeOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { codeAt, equipmentId, joined, moneyAt, numberAt, sumOf, textAt, toNumber } from "../xml/xml-values.js";
import { wcoDocuments } from "./wco-documents.js";
import { wcoPartyText } from "./wco-party.js";
import { additionalProceduresOf, procedureOf } from "./wco-procedure.js";

/** A goods item of a WCO declaration. */
export function wcoItem(item: XmlNode): Sourced | undefined {
  const commodity = childOf(item, "Commodity");
  const measure = childOf(commodity, "GoodsMeasure");
  const packages = childrenOf(item, "Packaging");
  const { documents, previous, statuses, unnumbered } = wcoDocuments(item);
  const { basis, value } = valueOf(item, commodity);
  const preference = childrenOf(commodity, "DutyTaxFee").find((tax) => textOf(childOf(tax, "DutyRegimeCode")) !== undefined);
  const equipmentIds = childrenOf(commodity, "TransportEquipment").flatMap((one) => equipmentId(childOf(one, "ID")) ?? []);
  return sourced(item, {
    lineNumber: numberAt(item, "SequenceNumeric"),
    hsCode: hsCodeOf(commodity),
    description: textAt(commodity, "Description"),
    originCountryCode: originOf(item),
    netMassKg: massAt(measure, "NetNetWeightMeasure"),
    grossMassKg: massAt(measure, "GrossMassMeasure"),
    quantity: quantityOf(measure),
    packageCount: sumOf(packages.map((one) => childOf(one, "QuantityQuantity"))),
    customsValue: value,
    packageKind: joined(packages.map((one) => childOf(one, "TypeCode"))),
    marks: joined(packages.map((one) => childOf(one, "MarksNumbersID"))),
    equipmentIds: equipmentIds.length === 0 ? undefined : equipmentIds,
    invoicePrice: moneyAt(commodity, "InvoiceLine", "ItemChargeAmount"),
    statisticalValue: moneyAt(item, "StatisticalValueAmount"),
    preference: codeAt(EU_SCHEMES.preference, preference, "DutyRegimeCode"),
    documents: documents.length === 0 ? undefined : documents,
    previousDocuments: previous,
    extensions: {
      wco: {
        ...goodsExtension(item, commodity),
        valueBasis: basis,
        ...Object.fromEntries(["Consignor", "Consignee", "Exporter", "Buyer", "Seller"].map((role) => [role.toLowerCase(), wcoPartyText(childOf(item, role))])),
        documentStatuses: statuses,
        unnumberedDocuments: unnumbered,
        statements: statementsOf(item),
      },
    },
  });
}

/** What an element says of the goods beyond the model. */
function goodsExtension(item: XmlNode, commodity: XmlNode | undefined): Readonly<Record<string, unknown>> {
  const procedures = additionalProceduresOf(item);
  return {
    procedure: procedureOf(item),
    additionalProcedures: procedures.length === 0 ? undefined : procedures.join(", "),
    additionalCodes: joined(
      classifications(commodity)
        .filter(({ type }) => type !== "TSP" && type !== "TRC" && type !== "CV" && type !== "HS")
        .map(({ id }) => id),
    ),
    cusCode: classification(commodity, "CV"),
    tariffQuantity: quantityOf(childOf(commodity, "GoodsMeasure")) === undefined ? numberAt(commodity, "GoodsMeasure", "TariffQuantity") : undefined,
    valuationMethod: textAt(item, "CustomsValuation", "MethodCode"),
    transactionNature: textAt(item, "TransactionNatureCode"),
    quota: joined(childrenOf(commodity, "DutyTaxFee").map((tax) => childOf(tax, "QuotaOrderID"))),
    exportCountry: textAt(item, "ExportCountry", "ID"),
    ucr: textAt(item, "UCR", "TraderAssignedReferenceID"),
  };
}

/** The statements that an element makes: code and text, as one text. */
export function statementsOf(node: XmlNode | undefined): Sourced | undefined {
  const all = childrenOf(node, "AdditionalInformation");
  const words = all.map((one) => ["StatementCode", "StatementDescription"].flatMap((name) => textOf(childOf(one, name)) ?? []).join(" "));
  const said = words.filter((word) => word !== "");
  return sourced(all[0], said.length === 0 ? undefined : said.join(", "));
}

function classifications(commodity: XmlNode | undefined): readonly { readonly id: XmlNode | undefined; readonly type: string | undefined }[] {
  return childrenOf(commodity, "Classification").map((one) => ({ id: childOf(one, "ID"), type: textOf(childOf(one, "IdentificationTypeCode")) }));
}

/** The classification of a type: the first, since a message may state one only. */
function classification(commodity: XmlNode | undefined, type: string): Sourced | undefined {
  const found = classifications(commodity).find((one) => one.type === type);
  return sourced(found?.id, textOf(found?.id));
}

/**
 * The commodity code: the code of the Combined Nomenclature (type `TSP`, 8 digits) with that of TARIC (`TRC`, 2 digits), else a code of
 * the Harmonized System (`HS`).
 */
function hsCodeOf(commodity: XmlNode | undefined): Sourced | undefined {
  const nomenclature = classification(commodity, "TSP") ?? classification(commodity, "HS");
  const taric = classification(commodity, "TRC");
  if (nomenclature === undefined || taric === undefined || String(nomenclature.value).length !== 8) return nomenclature;
  return { ...nomenclature, value: `${nomenclature.value}${taric.value}` };
}

/** The country of origin: that of no preference (type `1`, or none) before that of a preference. */
function originOf(item: XmlNode): Sourced | undefined {
  const origins = childrenOf(item, "Origin");
  const found = origins.find((one) => textOf(childOf(one, "TypeCode")) !== "2") ?? origins[0];
  return textAt(found, "CountryCode");
}

/** The value of an item, and what it is: the first that is stated of customs value, item price and statistical value. */
function valueOf(item: XmlNode, commodity: XmlNode | undefined): { readonly basis: string | undefined; readonly value: Sourced | undefined } {
  const customs = moneyAt(item, "CustomsValueAmount") ?? moneyAt(item, "CustomsValuation", "CustomsValueAmount");
  if (customs !== undefined) return { basis: "customsValue", value: customs };
  const price = moneyAt(commodity, "InvoiceLine", "ItemChargeAmount");
  if (price !== undefined) return { basis: "itemPrice", value: price };
  const statistical = moneyAt(item, "StatisticalValueAmount");
  return { basis: statistical === undefined ? undefined : "statisticalValue", value: statistical };
}

/** The quantity in the unit that it states; without a unit it is none of the model's. */
function quantityOf(measure: XmlNode | undefined): Sourced | undefined {
  const node = childOf(measure, "TariffQuantity");
  const amount = toNumber(textOf(node));
  const unit = node === undefined ? undefined : attributeOf(node, "unitCode");
  return amount === undefined || unit === undefined ? undefined : sourced(node, { amount, unit });
}

/** A mass in kilograms; one in another unit is noted as an issue. */
function massAt(measure: XmlNode | undefined, name: string): Sourced | undefined {
  const node = childOf(measure, name);
  const unit = node === undefined ? undefined : attributeOf(node, "unitCode");
  if (node !== undefined && unit !== undefined && unit !== "KGM") {
    node.issues.push(createIssue("value.invalid", { ...expectation([], "kilograms, `KGM`", unit, "state the mass in kilograms"), source: placeOf(node) }));
  }
  return numberAt(measure, name);
}
