import type { Amendment } from "../../model/amendment.js";
import type { Declaration, Split } from "../../model/declaration.js";
import type { TransportEquipment } from "../../model/equipment.js";
import type { GoodsItem } from "../../model/goods-item.js";
import type { Transport } from "../../model/transport.js";
import type { TransportDocument, TransportDocumentKind } from "../../model/transport-document.js";
import { onPaper } from "./company.js";
import { instantOf, msOf } from "./instant-of.js";
import { endsOf, legsOf, modeOf } from "./legs.js";
import { type Box, type Means, type Shipment, valueOf } from "./shipment.js";

/** What a declaration is beside the goods: its number, its family, what happened to it. */
export interface Identity {
  readonly id: string;
  readonly firstId?: string;
  readonly split?: Split;
  readonly amendments: readonly Amendment[];
}

const DOCUMENT_KINDS: Readonly<Record<Means, TransportDocumentKind>> = {
  air: "airWaybill",
  container: "billOfLading",
  bulk: "billOfLading",
  road: "roadConsignmentNote",
  express: "expressWaybill",
  post: "postalItem",
};

/** The kind of transport document of a means of transport. */
export function documentKindOf(means: Means): TransportDocumentKind {
  return DOCUMENT_KINDS[means];
}

/** Writes a shipment, or some of its lines, as it is declared; an amendment is registered by itself, as VNACCS has it, and knows what was known by then. */
export function renderDeclaration(shipment: Shipment, identity: Identity, items: readonly GoodsItem[]): Declaration {
  const { inland, abroad, direction } = shipment;
  const declarant = onPaper(shipment.declarant);
  const notify = shipment.notify === undefined ? {} : { notifyParty: onPaper(shipment.notify) };
  const isExport = direction === "export";
  const mass = round(sumOf(items, (item) => item.grossMassKg ?? item.netMassKg));
  const packages = sumOf(items, (item) => item.packageCount);
  const registeredAt = identity.amendments.at(-1)?.at ?? instantOf(shipment.registeredAt);
  return {
    id: identity.id,
    ...(identity.firstId === undefined ? {} : { firstDeclarationId: identity.firstId }),
    ...(identity.split === undefined ? {} : { split: identity.split }),
    direction,
    registeredAt,
    customsOffice: shipment.office,
    ...(shipment.exitOffice === undefined ? {} : { exitOffice: shipment.exitOffice }),
    procedure: { scheme: "vnaccs-procedure", code: shipment.procedure },
    regime: shipment.regime,
    ...(shipment.goodsClassification === undefined
      ? {}
      : { goodsClassification: { scheme: "vnaccs-goods-classification", code: shipment.goodsClassification } }),
    parties: isExport ? { exporter: inland, consignee: abroad, declarant } : { importer: inland, exporter: abroad, seller: abroad, declarant, ...notify },
    transport: transportOf(shipment, msOf(registeredAt)),
    ...(shipment.destination === undefined ? {} : { destinationCountryCode: shipment.destination }),
    documents: shipment.documents,
    ...(mass > 0 ? { grossMassKg: mass } : {}),
    ...(packages > 0 ? { packageCount: packages } : {}),
    incoterm: shipment.incoterm,
    invoiceTotal: { amount: valueOf({ items }), currency: "VND" },
    ...(shipment.freight === undefined ? {} : { freight: { amount: shipment.freight, currency: "VND" } }),
    freightPayment: { terms: shipment.freightTerms, ...(shipment.freightPayer === undefined ? {} : { payer: shipment.freightPayer }) },
    ...(shipment.insurance === undefined ? {} : { insurance: { amount: shipment.insurance, currency: "VND" } }),
    ...(identity.amendments.length === 0 ? {} : { amendments: identity.amendments }),
    hsEdition: "HS2022",
    items: items.map((item, at) => ({ ...item, lineNumber: at + 1 })) as unknown as Declaration["items"],
  };
}

function transportOf(shipment: Shipment, knownAt: number): Transport {
  const [from, to] = endsOf(shipment);
  const transit = [...new Set(shipment.via.map((stop) => stop.country))];
  return {
    mode: modeOf(shipment.means),
    departureCountryCode: shipment.direction === "export" ? "VN" : shipment.country,
    ...(from === undefined ? {} : { loadingLocation: from }),
    ...(to === undefined ? {} : { unloadingLocation: to }),
    meansId: shipment.vessel,
    ...(shipment.direction === "export" ? {} : { arrivalAt: instantOf(shipment.arrivedAt) }),
    documents: shipment.bills.flatMap((bill) => documentsOf(shipment, bill)),
    ...(shipment.boxes.length === 0
      ? {}
      : { equipment: shipment.boxes.map((box) => equipmentOf(box, knownAt, box.seal === undefined ? undefined : [box.seal])) }),
    ...(shipment.means === "container" ? { itinerary: legsOf(shipment) } : {}),
    ...(transit.length === 0 ? {} : { transitCountryCodes: transit }),
  };
}

/** The documents that one bill is: the house bill and the master's, or the only one. */
export function documentsOf(shipment: Shipment, bill: Shipment["bills"][number]): readonly TransportDocument[] {
  const common = {
    kind: documentKindOf(shipment.means),
    ...(shipment.means === "container" ? { negotiability: shipment.toOrder ? ("order" as const) : ("straight" as const) } : {}),
  };
  if (bill.house === undefined) return [{ level: "simple", number: bill.master, ...common }];
  return [
    { level: "master", number: bill.master, kind: common.kind },
    { level: "house", number: bill.house, ...common, masterNumber: bill.master },
  ];
}

/** A container as it is known at a moment. */
export function equipmentOf(box: Box, knownAt: number, seals: readonly string[] | undefined): TransportEquipment {
  const sealEvents = box.sealEvents.filter((event) => msOf(event.at) <= knownAt);
  return {
    id: box.id,
    ...(seals === undefined ? {} : { seals }),
    sizeType: box.tareKg > 3_000 ? "45G1" : "22G1",
    fullness: "full",
    grossMassKg: box.goodsKg + box.tareKg,
    ...(box.verifiedKg === undefined ? {} : { verifiedGrossMassKg: box.verifiedKg }),
    tareMassKg: box.tareKg,
    ...(sealEvents.length === 0 ? {} : { sealEvents }),
  };
}

function sumOf(items: readonly GoodsItem[], value: (item: GoodsItem) => number | undefined): number {
  return items.reduce((sum, item) => sum + (value(item) ?? 0), 0);
}

function round(kg: number): number {
  return Math.round(kg * 100) / 100;
}
