import type { Consignment } from "../../model/consignment.js";
import type { ConsignmentItem } from "../../model/consignment-item.js";
import type { Transport } from "../../model/transport.js";
import { onPaper } from "./company.js";
import { instantOf } from "./instant-of.js";
import { endsOf, legsOf, modeOf } from "./legs.js";
import { documentKindOf, documentsOf, equipmentOf } from "./render-declaration.js";
import { massOf, type Shipment, valueOf } from "./shipment.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What the carrier and the forwarder report of a shipment: a consignment for each bill, and for a master bill of cargo one of its own. */
export function renderConsignments(shipment: Shipment): readonly Consignment[] {
  const parts = shipment.bills.length;
  const lodged = Math.max(shipment.departedAt, Math.min(shipment.arrivedAt + 4 * HOUR_MS, shipment.registeredAt - HOUR_MS));
  const houses = shipment.bills.map((bill) => renderHouse(shipment, bill, parts, lodged));
  const [first] = shipment.bills;
  const isCargo = shipment.means !== "express" && shipment.means !== "post";
  return first?.house === undefined || !isCargo ? houses : [renderMaster(shipment, first.master, lodged), ...houses];
}

function timesOf(shipment: Shipment, lodged: number): Pick<Consignment, "lodgedAt" | "firstLodgedAt" | "loadedAt"> {
  return {
    lodgedAt: instantOf(lodged),
    firstLodgedAt: instantOf(Math.min(shipment.departedAt + DAY_MS, lodged)),
    loadedAt: instantOf(shipment.departedAt),
  };
}

function renderHouse(shipment: Shipment, bill: Shipment["bills"][number], parts: number, lodged: number): Consignment {
  const { inland, abroad, manifest, means, direction } = shipment;
  const documents = documentsOf(shipment, bill);
  const document = documents[documents.length - 1];
  const isExport = direction === "export";
  const [consignor, consignee] = isExport ? [onPaper(inland), abroad] : [abroad, onPaper(manifest.consignee ?? inland)];
  const items = itemsOf(shipment, parts);
  const { amendment } = manifest;
  const amended =
    amendment === undefined ? undefined : Math.max(shipment.departedAt - 5 * DAY_MS, Math.min(lodged, shipment.departedAt + amendment.afterHours * HOUR_MS));
  const kind = means === "post" ? "postal" : means === "express" ? "express" : "cargo";
  return {
    id: `MF-${bill.house ?? bill.master}`,
    kind,
    transportDocument: document as Consignment["transportDocument"] & { readonly level: "house" | "simple" },
    ...(bill.house === undefined ? {} : { masterDocumentNumber: bill.master }),
    ...timesOf(shipment, lodged),
    regime: shipment.regime,
    parties: {
      ...(kind === "postal" ? { sender: consignor, addressee: consignee } : { consignor, consignee }),
      ...(shipment.notify === undefined ? {} : { notifyParty: onPaper(shipment.notify) }),
      carrier: shipment.carrier,
    },
    transport: transportOf(shipment, lodged),
    ...(shipment.destination === undefined ? {} : { destinationCountryCode: shipment.destination }),
    grossMassKg: items.reduce((sum, item) => sum + (item.grossMassKg ?? 0), 0),
    packageCount: items.reduce((sum, item) => sum + (item.packageCount ?? 0), 0),
    ...(kind === "cargo" ? { incoterm: shipment.incoterm } : {}),
    value: { amount: Math.round(valueOf(shipment) / parts), currency: "VND" },
    ...(shipment.freight === undefined ? {} : { freight: { amount: Math.round(shipment.freight / parts), currency: "VND" } }),
    freightPayment: { terms: shipment.freightTerms, ...(shipment.freightPayer === undefined ? {} : { payer: shipment.freightPayer }) },
    ...(amendment === undefined || amended === undefined
      ? {}
      : {
          amendments: [
            { at: instantOf(amended), sequence: 1, fields: amendment.fields, ...(amendment.reason === undefined ? {} : { reason: amendment.reason }) },
          ],
        }),
    hsEdition: "HS2022",
    items,
  };
}

function renderMaster(shipment: Shipment, number: string, lodged: number): Consignment {
  return {
    id: `MF-${number}`,
    kind: "cargo",
    transportDocument: { level: "master", number, kind: documentKindOf(shipment.means) },
    ...timesOf(shipment, lodged),
    regime: shipment.regime,
    parties: { carrier: shipment.carrier, freightForwarder: shipment.forwarder, masterConsignor: shipment.forwarder, masterConsignee: onPaper(shipment.agent) },
    transport: transportOf(shipment, lodged),
    grossMassKg: Math.max(1, Math.round(massOf(shipment) * (shipment.manifest.grossMassFactor ?? 1))),
    hsEdition: "HS2022",
    items: [{ lineNumber: 1, description: "Consolidated cargo as per house bills" }],
  };
}

function transportOf(shipment: Shipment, lodged: number): Transport {
  const [from, to] = endsOf(shipment);
  const unloading = shipment.manifest.unloading ?? to;
  const { seals } = shipment.manifest;
  return {
    mode: modeOf(shipment.means),
    departureCountryCode: shipment.direction === "export" ? "VN" : shipment.country,
    ...(from === undefined ? {} : { loadingLocation: from }),
    ...(unloading === undefined ? {} : { unloadingLocation: unloading }),
    meansId: shipment.vessel,
    arrivalAt: instantOf(shipment.arrivedAt),
    ...(shipment.boxes.length === 0
      ? {}
      : {
          equipment: shipment.boxes.map((box, at) => {
            const seal = seals?.[at] ?? box.seal;
            return equipmentOf(box, lodged, seal === undefined ? undefined : [seal]);
          }),
        }),
    ...(shipment.means === "container" ? { itinerary: legsOf(shipment) } : {}),
  };
}

const MOST_ITEMS = 5;

/** The goods by HS subheading, in a few words, as a manifest has them; of several bills each has its part. */
function itemsOf(shipment: Shipment, parts: number): Consignment["items"] {
  const { manifest, items } = shipment;
  const groups = new Map<string, { description: string; mass: number; packages: number; origin: string | undefined }>();
  for (const item of items) {
    const code = item.hsCode.slice(0, 6);
    const group = groups.get(code) ?? groups.get([...groups.keys()][MOST_ITEMS - 1] ?? "");
    if (group === undefined) {
      groups.set(code, {
        description: item.description ?? "Goods",
        mass: item.grossMassKg ?? item.netMassKg ?? 0,
        packages: item.packageCount ?? 1,
        origin: item.originCountryCode,
      });
    } else {
      group.mass += item.grossMassKg ?? item.netMassKg ?? 0;
      group.packages += item.packageCount ?? 1;
    }
  }
  const factor = manifest.grossMassFactor ?? 1;
  const made = [...groups].map(([code, { description, mass, packages, origin }], at): ConsignmentItem => {
    const isFirst = at === 0;
    return {
      lineNumber: at + 1,
      description: isFirst ? (manifest.description ?? description) : description,
      hsCode: isFirst ? (manifest.hsCode ?? code) : code,
      ...(origin === undefined ? {} : { originCountryCode: origin }),
      grossMassKg: Math.max(0.01, Math.round((mass * factor * 100) / parts) / 100),
      packageCount: Math.max(1, Math.round((isFirst && manifest.packageCount !== undefined ? manifest.packageCount : packages) / parts)),
      ...(shipment.boxes.length === 1 ? { equipmentIds: shipment.boxes.map((box) => box.id) } : {}),
    };
  });
  return made as unknown as Consignment["items"];
}
