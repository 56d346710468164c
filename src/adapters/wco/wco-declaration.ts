import type { Result } from "../../core/result.js";
import type { Declaration } from "../../model/declaration.js";
import { parseDeclaration } from "../../model/parse.js";
import { freightPaymentOf } from "../eu-codes/freight-payment.js";
import { regimeOf } from "../eu-codes/regimes.js";
import { EU_SCHEMES } from "../eu-codes/schemes.js";
import { type MessageOptions, withMomentRemedy } from "../xml/message-options.js";
import { parseTree } from "../xml/read-xml-records.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { between, idAt, instantAt, joined, moneyAt, numberAt, textAt } from "../xml/xml-values.js";
import { wcoDocuments } from "./wco-documents.js";
import { wcoExtension } from "./wco-extension.js";
import { statementsOf, wcoItem } from "./wco-item.js";
import { wcoParty, wcoPartyText } from "./wco-party.js";
import { directionOf, procedureOf } from "./wco-procedure.js";
import { inlandMeans, wcoTransport } from "./wco-transport.js";

/** A `Declaration` of the WCO Data Model as a declaration. */
export function wcoDeclaration(message: XmlNode, options: MessageOptions): Result<Declaration> {
  const shipment = childOf(message, "GoodsShipment");
  const items = childrenOf(shipment, "GovernmentAgencyGoodsItem");
  const type = childOf(message, "TypeCode");
  const procedure = common(items, procedureOf);
  const direction = directionOf(
    textOf(type),
    items.map(procedureOf).find((one) => one !== undefined),
  );
  const registration = idAt(message, "ID");
  const payment = common(
    items.flatMap((item) => childrenOf(childOf(item, "Commodity"), "DutyTaxFee")),
    (tax) => textOf(childOf(childOf(tax, "Payment"), "MethodCode")),
  );
  const [whole, ofShipment] = [wcoDocuments(message), wcoDocuments(shipment)];
  const previous = [...(whole.previous ?? []), ...(ofShipment.previous ?? [])];
  const charges = [message, shipment].map((node) => textAt(node, "Consignment", "Freight", "PaymentMethodCode")).find((found) => found !== undefined);
  const tree = sourced(message, {
    id: registration ?? idAt(message, "FunctionalReferenceID"),
    // what the type does not tell stays as it is, so that the model says what it expected
    direction: sourced(type, direction ?? textOf(type)) ?? direction,
    registeredAt: momentAt(message, "AcceptanceDateTime", options) ?? momentAt(message, "IssueDateTime", options) ?? options.receivedAt,
    customsOffice: textAt(message, "DeclarationOfficeID"),
    procedure: procedure === undefined ? undefined : { scheme: EU_SCHEMES.procedure, code: procedure },
    regime: direction === "transit" ? "transit" : procedure && regimeOf(procedure),
    exitOffice: textAt(message, "ExitOffice", "ID"),
    paymentMethod: payment === undefined ? undefined : { scheme: EU_SCHEMES.dutyPayment, code: payment },
    parties: partiesOf(message, shipment, items),
    transport: { ...wcoTransport(message, shipment, items), transitCountryCodes: between(routing(message, shipment)) },
    // of an import the destination is at home, and not where the goods go on to
    destinationCountryCode: direction === "import" ? undefined : textAt(shipment, "Destination", "CountryCode"),
    documents: [...whole.documents, ...ofShipment.documents],
    previousDocuments: previous.length === 0 ? undefined : previous,
    grossMassKg: numberAt(message, "TotalGrossMassMeasure"),
    packageCount: numberAt(message, "TotalPackageQuantity"),
    incoterm: textAt(shipment, "TradeTerms", "ConditionCode"),
    freightPayment: charges && { ...charges, value: freightPaymentOf(String(charges.value)) },
    invoiceTotal: moneyAt(message, "InvoiceAmount") ?? moneyAt(shipment, "InvoiceAmount"),
    freight: moneyAt(shipment, "CustomsValuation", "FreightChargeAmount"),
    items: items.map(wcoItem),
    extensions: {
      wco: {
        traderReference: registration === undefined ? undefined : textAt(message, "FunctionalReferenceID"),
        declarationType: sourced(type, textOf(type)),
        destinationCountry: direction === "import" ? textAt(shipment, "Destination", "CountryCode") : undefined,
        ...headerExtension(message, shipment),
      },
    },
  });
  return withMomentRemedy(
    parseTree(tree, (input) => parseDeclaration(input, { extensions: [wcoExtension] })),
    "registeredAt",
  );
}

/** What all members that have one share; nothing where they differ. */
function common(nodes: readonly XmlNode[], read: (node: XmlNode) => string | undefined): string | undefined {
  const found = new Set(nodes.map(read).filter((one) => one !== undefined));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A moment, in an element `DateTimeString` or as it is. */
function momentAt(message: XmlNode, name: string, { utcOffset = "Z" }: MessageOptions): Sourced | undefined {
  const node = childOf(message, name);
  return childOf(node, "DateTimeString") === undefined ? instantAt(utcOffset, message, name) : instantAt(utcOffset, node, "DateTimeString");
}

/** The parties: those of the whole; one that only goods items name is of the whole where all of them name the same. */
function partiesOf(message: XmlNode, shipment: XmlNode | undefined, items: readonly XmlNode[]): Readonly<Record<string, unknown>> {
  const places = [message, shipment, childOf(message, "Consignment"), childOf(shipment, "Consignment")];
  const find = (name: string): Sourced | undefined => {
    const [first] = places.map((place) => wcoParty(childOf(place, name))).filter((party) => party !== undefined);
    return first ?? (isShared(items, name) ? wcoParty(childOf(items[0], name)) : undefined);
  };
  return {
    importer: find("Importer"),
    exporter: find("Exporter"),
    consignor: find("Consignor"),
    consignee: find("Consignee"),
    declarant: find("Declarant"),
    representative: wcoParty(childOf(message, "Agent")),
    seller: find("Seller"),
    buyer: find("Buyer"),
    carrier: find("Carrier"),
    freightForwarder: find("FreightForwarder"),
    notifyParty: find("NotifyParty"),
  };
}

function isShared(items: readonly XmlNode[], name: string): boolean {
  const texts = new Set(items.map((item) => wcoPartyText(childOf(item, name))?.value));
  return texts.size === 1 && !texts.has(undefined);
}

/** What a message says as a whole beyond the model. */
function headerExtension(message: XmlNode, shipment: XmlNode | undefined): Readonly<Record<string, unknown>> {
  const consignment = childOf(shipment, "Consignment");
  const place = childOf(consignment, "GoodsLocation");
  const authorisations = childrenOf(message, "AuthorisationHolder");
  const holders = authorisations.map((one) => ["CategoryCode", "ID"].flatMap((name) => textOf(childOf(one, name)) ?? []).join(" "));
  return {
    ucr: textAt(shipment, "UCR", "TraderAssignedReferenceID"),
    statedItemCount: numberAt(message, "GoodsItemQuantity"),
    supervisingOffice: textAt(message, "SupervisingOffice", "ID"),
    warehouse: joined([childOf(shipment, "Warehouse", "TypeCode"), childOf(shipment, "Warehouse", "ID")], " "),
    goodsLocation: joined(
      [childOf(place, "Address", "CountryCode"), childOf(place, "TypeCode"), childOf(place, "Address", "TypeCode"), childOf(place, "Name")],
      " ",
    ),
    representation: textAt(message, "Agent", "FunctionCode"),
    authorisations: sourced(authorisations[0], holders.length === 0 ? undefined : holders.join(", ")),
    guarantees: joined(childrenOf(message, "ObligationGuarantee").flatMap((one) => [childOf(one, "ReferenceID"), childOf(one, "ID")])),
    incotermPlace: joined([childOf(shipment, "TradeTerms", "LocationID"), childOf(shipment, "TradeTerms", "LocationName")], " "),
    transactionNature: textAt(shipment, "TransactionNatureCode"),
    routingCountries: joined(routing(message, shipment)),
    meansIdType: textAt(message, "BorderTransportMeans", "IdentificationTypeCode"),
    meansNationality: textAt(message, "BorderTransportMeans", "RegistrationNationalityCode"),
    inlandMeans: inlandMeans(consignment),
    isContainerised: textAt(consignment, "ContainerCode"),
    statements: statementsOf(message),
  };
}

function routing(message: XmlNode, shipment: XmlNode | undefined): readonly (XmlNode | undefined)[] {
  return [childOf(message, "Consignment"), childOf(shipment, "Consignment")]
    .flatMap((one) => childrenOf(one, "Itinerary"))
    .map((leg) => childOf(leg, "RoutingCountryCode"));
}
