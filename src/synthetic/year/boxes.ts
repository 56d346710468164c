import type { SealEvent } from "../../model/equipment.js";
import { containerNumber } from "../container-number.js";
import type { Random } from "../random.js";
import { instantOf, msOf } from "./instant-of.js";
import type { Box, Shipment } from "./shipment.js";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const CONTAINER_KG = 24_000;

/** The number of an invented seal. */
export function sealNumber(random: Random): string {
  return `SEAL${random.integer(100_000, 999_999)}`;
}

/** The containers for so much gross mass, sealed by the shipper; a few go unsealed, most are weighed, some are checked on arrival. */
export function drawBoxes(massKg: number, journey: Pick<Shipment, "departedAt" | "arrivedAt">, random: Random): Box[] {
  const count = Math.min(40, 1 + Math.floor(massKg / CONTAINER_KG));
  const forgotten = random.chance(0.02);
  return Array.from({ length: count }, (_, at): Box => {
    const id = containerNumber(random.integer(0, 999_999));
    const tareKg = massKg / count > 12_000 || random.chance(0.5) ? 3_800 : 2_200;
    const goodsKg = Math.round(massKg / count);
    const seal = sealNumber(random);
    const weighed = random.chance(0.85);
    const verifiedKg = Math.round((goodsKg + tareKg) * (0.995 + 0.012 * random.next()));
    const isSealed = !(forgotten && at === 0);
    const checked = random.chance(0.35);
    const loadedAt = journey.departedAt - Math.floor((0.5 + 2 * random.next()) * DAY_MS);
    return {
      id,
      tareKg,
      goodsKg,
      ...(weighed ? { verifiedKg } : {}),
      ...(isSealed ? { seal } : {}),
      sealEvents: isSealed
        ? [
            { at: instantOf(loadedAt), kind: "affixed", seal, source: "shipper" },
            ...(checked ? [{ at: instantOf(journey.arrivedAt + 3 * HOUR_MS), kind: "checked" as const, seal, source: "terminal" as const }] : []),
          ]
        : [],
    };
  });
}

/** Gives a journey other ends; what happened to the seals before the departure moves with it, what happened after the arrival with that. */
export function moveJourney(shipment: Shipment, departedAt: number, arrivedAt: number = shipment.arrivedAt): void {
  const move = (event: SealEvent): SealEvent => {
    const at = msOf(event.at);
    return { ...event, at: instantOf(at <= shipment.departedAt ? at + departedAt - shipment.departedAt : at + arrivedAt - shipment.arrivedAt) };
  };
  for (const box of shipment.boxes) box.sealEvents = box.sealEvents.map(move);
  shipment.departedAt = departedAt;
  shipment.arrivedAt = arrivedAt;
}
