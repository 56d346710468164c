import { moveJourney } from "../boxes.js";
import { setMass, setUnitValue } from "../goods.js";
import { HUB_PORTS } from "../routes.js";
import { valueOf } from "../shipment.js";
import { drawTrade, price, usualFreight } from "../trade.js";
import { heldOutKind } from "./held-out-goods.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

const MACHINES = ["84622900", "84581900", "84223000", "84385000", "85043490"] as const;

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const group = scene.group();
  const founded = scene.since - group.integer(100, 1_500);
  const company = group.chance(0.5)
    ? world.population.found({ serial: scene.companySerial(0), day: founded, premises: "street", sector: "consumer", size: "tiny" }, group)
    : world.population.pick((one) => one.activeFrom < 0 && one.perDay < 0.2 && one.sector !== "machinery" && one.sector !== "electronics", group);
  const kind = heldOutKind(group.pick(MACHINES));
  const country = group.pick(["MX", "US", "LA", "TH", "MY", "CA"]);
  const supplier = world.population.stranger(country, group);
  const means = kind.carriage.includes("air") && random.chance(0.7) ? "air" : "container";
  const shipment = drawTrade(scene, { company, kinds: [kind], country, supplier, means });
  const [item] = shipment.items;
  setMass(item, Math.round(kind.massKg * (1.05 + 0.2 * random.next())), kind.packageKg * 1.3);
  item.packageCount = 1;
  setUnitValue(item, kind.valuePerKg * (0.15 + 0.18 * random.next()));
  item.originCountryCode = kind.origins[0];
  item.description = random.chance(0.5) ? kind.english : kind.vietnamese;
  price(shipment, random);
  shipment.freight = Math.round(valueOf(shipment) * (0.5 + 0.6 * random.next()));
  shipment.freightTerms = "prepaid";
  shipment.freightPayer = world.population.stranger(group.pick(["HK", "AE", "SG"]), group);
  if (means === "container") {
    const [hub, port] = random.pick(HUB_PORTS);
    shipment.via = [{ country: hub, port, days: random.integer(2, 9) }];
    moveJourney(shipment, shipment.departedAt - 86_400_000 * random.integer(3, 11));
  }
  return { shipment, role: "machine", carries: ["narcotics"], parties: [company.party, supplier] };
}

/** A spare machine by air, in a hurry, for a factory of the trade. */
function urgent(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.sector === "machinery", random);
  const kind = heldOutKind(random.pick(["84223000", "84385000"]));
  const shipment = drawTrade(scene, { company, kinds: [kind], country: random.pick(kind.origins), means: "air" });
  for (const item of shipment.items) setUnitValue(item, kind.valuePerKg * random.factor(0.12));
  price(shipment, random);
  shipment.freight = Math.round(valueOf(shipment) * (0.35 + 0.3 * random.next()));
  return honest(shipment);
}

/** Used machines at a low value, by sea, for a dealer in them. */
function dealer(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const group = scene.group();
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.sector === "machinery", group);
  const kind = heldOutKind(random.pick(["84622900", "84581900"]));
  const shipment = drawTrade(scene, { company, kinds: [kind], country: "JP", means: "container" });
  for (const item of shipment.items) setUnitValue(item, kind.valuePerKg * (0.2 + 0.2 * random.next()));
  shipment.freight = usualFreight(shipment, random);
  return honest(shipment);
}

/** A machine that comes back from repair. */
function repaired(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.mix[0].carriage[0] === "container", random);
  const kind = heldOutKind(random.pick(MACHINES));
  const shipment = drawTrade(scene, { company, kinds: [kind], country: random.pick(["JP", "DE", "KR", "CN"]) });
  shipment.procedure = "G51";
  shipment.regime = "homeUse";
  for (const item of shipment.items) item.description = `${item.description ?? kind.vietnamese} (tái nhập sau sửa chữa)`;
  return honest(shipment);
}

/** Drugs inside a machine. */
export const machineryConcealment: Scheme = {
  id: "machinery-concealment",
  heldOut: true,
  detection: 0.75,
  plot: { share: 0.0008, meanSize: 1.5, spanDays: 20, plan: (random) => spread(random.integer(1, 2), 20, random), stage: guilty },
  nearMisses: [
    { variety: "urgent spare machine", share: 0.0008, meanSize: 1, spanDays: 1, plan: () => [0], stage: urgent },
    {
      variety: "dealer in used machines",
      share: 0.0008,
      meanSize: 6,
      spanDays: 250,
      plan: (random) => spread(random.integer(4, 8), 250, random),
      stage: dealer,
    },
    { variety: "back from repair", share: 0.0004, meanSize: 1, spanDays: 1, plan: () => [0], stage: repaired },
  ],
};
