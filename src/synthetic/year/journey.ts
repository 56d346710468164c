import { ARRIVALS } from "../places.js";
import type { Random } from "../random.js";
import { HUB_PORTS, placeOf } from "./routes.js";
import type { Means, Shipment } from "./shipment.js";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The part of a shipment that says how and when it travels. */
export type Journey = Pick<Shipment, "means" | "country" | "loading" | "unloading" | "via" | "vessel" | "voyage" | "departedAt" | "arrivedAt">;

/** The journey of goods from a country that are declared at a moment, mostly soon after they arrive. */
export function drawJourney(country: string, means: Means, declaredAt: number, random: Random): Journey {
  const place = placeOf(country);
  const bySea = means === "container" || means === "bulk";
  const arrivedAt = declaredAt - Math.floor((random.chance(0.2) ? -1.2 : 5) * random.next() * DAY_MS) - HOUR_MS;
  const days = bySea ? (place?.seaDays ?? 20) * (0.9 + 0.35 * random.next()) : means === "road" ? 1 + 2 * random.next() : 0.4 + 1.6 * random.next();
  const changes = means === "container" && random.chance((place?.seaDays ?? 0) >= 12 ? 0.6 : 0.08);
  const hub = random.pick(HUB_PORTS);
  const via = changes && hub[0] !== country ? [{ country: hub[0], port: hub[1], days: 1 + 4 * random.next() * random.next() }] : [];
  const waiting = via.reduce((sum, stop) => sum + stop.days, 0);
  const gateways = bySea ? place?.sea : place?.air;
  return {
    means,
    country,
    ...(gateways === undefined || means === "road" ? {} : { loading: random.pick(gateways) }),
    unloading: random.pick(ARRIVALS[means === "express" || means === "post" ? "air" : means]),
    via,
    vessel: bySea ? `VESSEL EXAMPLE ${random.integer(1, 60)}` : means === "road" ? `99Z-${random.integer(10_000, 99_999)}` : `ZZ${random.integer(100, 999)}`,
    voyage: `${random.integer(100, 999)}${random.pick(["E", "W", "N", "S"])}`,
    departedAt: arrivedAt - Math.floor((days + waiting) * DAY_MS),
    arrivedAt,
  };
}
