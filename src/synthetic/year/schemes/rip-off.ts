import { moveJourney, sealNumber } from "../boxes.js";
import { instantOf } from "../instant-of.js";
import { HUB_PORTS, placeOf } from "../routes.js";
import type { Box, Shipment } from "../shipment.js";
import { drawTrade } from "../trade.js";
import { honest, type PlotScene, type Scheme } from "./scheme.js";

const DAY_MS = 86_400_000;
const FAR = ["BR", "US", "DE", "NL", "EC", "CO", "ZA", "FR", "BE", "ES", "PE"] as const;

interface OnTheWay {
  readonly shipment: Shipment;
  readonly box: Box;
  readonly seal: string;
  /** When the container came to the port where it waits, and when it left. */
  readonly from: number;
  readonly to: number;
}

/** Ordinary goods of an established importer, from far away, whose containers wait in a port on the way. */
function longJourney(scene: PlotScene): OnTheWay {
  const { random, world } = scene;
  const company = world.population.pick((one) => one.activeFrom < 0 && one.mix[0].carriage[0] === "container", random);
  const country = random.pick(FAR);
  const shipment = drawTrade(scene, { company, country, means: "container", lines: random.integer(1, 3), kinds: [company.mix[0]] });
  const [hub, port] = random.pick(HUB_PORTS);
  const days = random.integer(6, 20);
  const sailing = Math.floor((placeOf(country)?.seaDays ?? 30) * (0.9 + 0.3 * random.next()) * DAY_MS);
  shipment.via = [{ country: hub, port, days }];
  moveJourney(shipment, shipment.arrivedAt - sailing - days * DAY_MS);
  const [box] = shipment.boxes as [Box];
  const seal = sealNumber(random);
  box.seal = seal;
  const from = shipment.departedAt + Math.floor(sailing / 2);
  box.sealEvents = [{ at: instantOf(shipment.departedAt - DAY_MS), kind: "affixed", seal, source: "shipper" }];
  return { shipment, box, seal, from, to: from + days * DAY_MS };
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const { shipment, box, seal, from, to } = longJourney(scene);
  const inPort = from + Math.floor((to - from) * (0.3 + 0.5 * random.next()));
  const arrival = instantOf(shipment.arrivedAt + 10_800_000);
  if (random.chance(0.4)) {
    box.sealEvents.push({ at: instantOf(inPort), kind: "missing", seal, source: "terminal" }, { at: arrival, kind: "checked", seal, source: "terminal" });
  } else {
    const other = sealNumber(random);
    if (random.chance(0.4)) box.sealEvents.push({ at: instantOf(inPort), kind: "affixed", seal: other, source: "other" });
    box.sealEvents.push({ at: arrival, kind: "checked", seal: other, source: "terminal" });
  }
  if (random.chance(0.5)) box.verifiedKg = Math.round((box.goodsKg + box.tareKg) * (0.998 + 0.006 * random.next())) + random.integer(60, 400);
  return { shipment, role: "carrier of others' goods", carries: ["narcotics"], parties: [] };
}

/** A seal that customs or the carrier replaced, and said why. */
function replaced(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const { shipment, box, seal, from } = longJourney(scene);
  const other = sealNumber(random);
  const source = random.pick(["customs", "carrier"] as const);
  const reason = source === "customs" ? "inspection in the port of transhipment" : "seal damaged in handling, replaced";
  box.sealEvents.push(
    { at: instantOf(from + DAY_MS), kind: "removed", seal, source, reason },
    { at: instantOf(from + DAY_MS + 3_600_000), kind: "affixed", seal: other, source, reason },
    { at: instantOf(shipment.arrivedAt + 10_800_000), kind: "checked", seal: other, source: "terminal" },
  );
  box.seal = other;
  return honest(shipment);
}

/** A long wait, the seal as it was. */
function waiting(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { shipment, box, seal } = longJourney(scene);
  box.sealEvents.push({ at: instantOf(shipment.arrivedAt + 10_800_000), kind: "checked", seal, source: "terminal" });
  return honest(shipment);
}

/** A verified mass that is off by a little less than a hundredth. */
function weighed(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { shipment, box } = longJourney(scene);
  box.verifiedKg = Math.round((box.goodsKg + box.tareKg) * (1.006 + 0.004 * scene.random.next()));
  return honest(shipment);
}

const single = { meanSize: 1, spanDays: 1, plan: (): readonly number[] => [0] };

/** Drugs in somebody else's container. */
export const ripOff: Scheme = {
  id: "rip-off",
  heldOut: false,
  detection: 0.9,
  plot: { ...single, share: 0.0008, stage: guilty },
  nearMisses: [
    { ...single, variety: "seal replaced with a reason", share: 0.0008, stage: replaced },
    { ...single, variety: "long wait, seal intact", share: 0.0008, stage: waiting },
    { ...single, variety: "verified mass slightly off", share: 0.0004, stage: weighed },
  ],
};
