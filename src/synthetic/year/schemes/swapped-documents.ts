import type { Random } from "../../random.js";
import { sealNumber } from "../boxes.js";
import { spellName } from "../contacts.js";
import { massOf, type Shipment } from "../shipment.js";
import { drawTrade } from "../trade.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

/** An ordinary container of a small company under a house bill. */
function container(scene: PlotScene, random: Random): Shipment {
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.perDay < 0.4 && one.mix[0].carriage[0] === "container", random);
  const shipment = drawTrade(scene, { company, kinds: [company.mix[0]], means: "container" });
  shipment.bills = shipment.bills.slice(0, 1).map(({ master }) => ({ master, house: master.replace("MVD", "HVD") }));
  return shipment;
}

function packages(shipment: Shipment): number {
  return shipment.items.reduce((sum, item) => sum + (item.packageCount ?? 0), 0);
}

const SWAPS: readonly ((scene: PlotScene, shipment: Shipment) => void)[] = [
  (scene, { manifest }) => {
    manifest.consignee = scene.world.population.stranger("VN", scene.group());
    manifest.amendment = { afterHours: scene.random.integer(20, 200), fields: ["parties.consignee"] };
  },
  ({ random }, { manifest, boxes }) => {
    manifest.seals = boxes.map((box, at) => (at === 0 ? sealNumber(random) : (box.seal ?? sealNumber(random))));
  },
  ({ random }, { manifest }) => {
    manifest.grossMassFactor = random.chance(0.5) ? 1.3 + 0.6 * random.next() : 0.45 + 0.25 * random.next();
  },
  ({ random }, shipment) => {
    shipment.manifest.packageCount = Math.max(1, Math.round(packages(shipment) * (random.chance(0.5) ? 0.4 : 2.2)));
  },
  ({ random }, { manifest }) => {
    const [hsCode, description] = random.pick<readonly [string, string]>([
      ["240220", "Cigarettes"],
      ["220830", "Whiskies"],
      ["852910", "Used electronic equipment"],
      ["871120", "Motorcycles, used"],
    ]);
    manifest.hsCode = hsCode;
    manifest.description = description;
  },
  (_, { manifest, unloading }) => {
    manifest.unloading = unloading === "VNHPH" ? "VNSGN" : "VNHPH";
  },
];

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const shipment = container(scene, scene.group());
  const swaps = [...SWAPS];
  for (let left = random.integer(2, 4); left > 0; left -= 1) swaps.splice(random.integer(0, swaps.length - 1), 1)[0]?.(scene, shipment);
  return { shipment, role: "swapped", carries: ["revenue"], parties: [shipment.inland] };
}

/** A bill that was corrected before loading, or for a spelling. */
function corrected(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const shipment = container(scene, random);
  if (random.chance(0.5)) {
    shipment.manifest.consignee = { ...shipment.inland, name: spellName(shipment.inland.name ?? "", random.integer(1, 4)) };
    shipment.manifest.amendment = { afterHours: random.integer(5, 60), fields: ["parties.consignee.name"], reason: "spelling" };
  } else {
    shipment.manifest.amendment = {
      afterHours: -random.integer(20, 90),
      fields: ["parties.consignee", "grossMassKg"],
      reason: "booking changed before loading",
    };
  }
  return honest(shipment);
}

/** A bill to order, endorsed to a buyer who has long bought from the shipper. */
function endorsed(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const shipment = container(scene, scene.random);
  shipment.toOrder = true;
  shipment.manifest.consignee = { name: `TO ORDER OF ${shipment.abroad.name ?? "SHIPPER"}`, countryCode: shipment.country };
  return honest(shipment);
}

/** Masses that differ a little, packages that were counted otherwise. */
function rounded(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const shipment = container(scene, random);
  shipment.manifest.grossMassFactor = 0.971 + 0.058 * random.next();
  if (random.chance(0.5)) shipment.manifest.packageCount = Math.max(1, Math.round(massOf(shipment) / 600));
  return honest(shipment);
}

/** The manifest says one thing, the declaration another. */
export const swappedDocuments: Scheme = {
  id: "swapped-documents",
  heldOut: false,
  detection: 0.9,
  plot: { share: 0.0008, meanSize: 2, spanDays: 30, plan: (random) => spread(random.integer(1, 3), 30, random), stage: guilty },
  nearMisses: [
    { variety: "bill corrected", share: 0.0008, meanSize: 1, spanDays: 1, plan: () => [0], stage: corrected },
    { variety: "bill to order", share: 0.0007, meanSize: 1, spanDays: 1, plan: () => [0], stage: endorsed },
    { variety: "rounded masses", share: 0.001, meanSize: 1, spanDays: 1, plan: () => [0], stage: rounded },
  ],
};
