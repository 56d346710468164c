import { drawWeighted, weighted } from "../weighted.js";
import { mapLines, type Shipment } from "./shipment.js";
import { drawTrade } from "./trade.js";
import type { Scene } from "./world.js";

const EXPORT_PROCEDURES = weighted([
  ["B11", 55],
  ["E62", 18],
  ["E42", 15],
  ["E52", 8],
  ["H21", 4],
]);
const MARKETS = ["US", "CN", "JP", "KR", "DE", "NL", "AU", "TH", "TW"] as const;

/** An ordinary export: goods of a company's line to a market abroad, declared before they leave. */
export function drawExport(scene: Scene, lines: number): Shipment {
  const { random, at } = scene;
  const shipment = drawTrade(scene, { country: random.pick(MARKETS), lines });
  const code = drawWeighted(EXPORT_PROCEDURES, random);
  const days = (shipment.arrivedAt - shipment.departedAt) / 86_400_000;
  const departedAt = at + Math.floor((0.3 + 2.5 * random.next()) * 86_400_000);
  for (const item of shipment.items) {
    item.originCountryCode = "VN";
    item.dutyRatePercent = 0;
    delete item.dutyType;
  }
  return {
    ...shipment,
    direction: "export",
    regime: code.startsWith("E") ? "processing" : "homeUse",
    procedure: code,
    departedAt,
    arrivedAt: departedAt + Math.floor(days * 86_400_000),
    boxes: shipment.boxes.map((box) => ({ ...box, sealEvents: [] })),
    notify: shipment.abroad,
  };
}

/** Neighbours and markets that goods go on to. */
const ONWARD = weighted([
  ["KH", 45],
  ["LA", 25],
  ["CN", 30],
]);

/** Temporary import for re-export: a trader's goods on their way to a neighbour, which leave again within two months. */
export function drawTemporaryImport(scene: Scene): Shipment {
  const shipment = drawTrade(scene, { lines: 1 });
  return onward(scene, shipment, "G11", "temporaryImport");
}

/** Goods in transit to a neighbour under one supervision. */
export function drawTransit(scene: Scene): Shipment {
  const shipment = drawTrade(scene, { lines: 1 });
  return { ...onward(scene, shipment, "OLA", "transit"), direction: "transit" };
}

function onward({ random }: Scene, shipment: Shipment, procedure: string, regime: "temporaryImport" | "transit"): Shipment {
  const destination = drawWeighted(ONWARD, random);
  const staying = regime === "temporaryImport" && random.chance(0.04);
  return {
    ...shipment,
    procedure,
    regime,
    destination,
    exitOffice: exitOfficeOf(destination),
    ...(regime === "transit" || staying ? {} : { reExportAfterDays: random.integer(5, 52) }),
    ...(random.chance(0.05)
      ? {
          amendments: [
            {
              afterHours: random.integer(4, 90),
              fields: ["exitOffice"],
              reason: "cửa khẩu tạm dừng thông quan",
              apply: (changed: Shipment): void => {
                changed.exitOffice = "97ZH";
              },
            },
          ],
        }
      : {}),
  };
}

/** The office at which goods for a neighbour leave. */
export function exitOfficeOf(destination: string): string {
  return destination === "KH" ? "95ZF" : destination === "LA" ? "96ZG" : "94ZE";
}

/** The export that ends a temporary import, of the same goods. */
export function reExportOf(shipment: Shipment, at: number, temporaryImport: string): Shipment {
  return {
    ...shipment,
    direction: "export",
    regime: "reExport",
    procedure: "G21",
    country: shipment.destination ?? shipment.country,
    registeredAt: at,
    means: "road",
    vessel: `99Z-${String(at % 90_000).padStart(5, "1")}`,
    via: [],
    departedAt: at + 20_000_000,
    arrivedAt: at + 90_000_000,
    office: shipment.exitOffice ?? shipment.office,
    boxes: [],
    bills: [{ master: `TX${temporaryImport}` }],
    documents: [...shipment.documents, { kind: "other", number: temporaryImport, typeCode: "TN" }],
    items: mapLines(shipment.items, (item) => ({ ...item, previousDocuments: [{ kind: "other", number: temporaryImport, typeCode: "TN" }] })),
    amendments: [],
  };
}
