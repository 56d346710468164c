import { COMMODITIES } from "../../commodities.js";
import type { Commodity } from "../../commodity.js";
import type { Random } from "../../random.js";
import { spellName } from "../contacts.js";
import { setUnitValue } from "../goods.js";
import { type Shipment, valueOf } from "../shipment.js";
import { drawTrade, price } from "../trade.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

/** Clothes, shoes, toys and household goods that bear a duty. */
const KINDS = COMMODITIES.filter(
  (kind) => (kind.sector === "textiles" || kind.sector === "consumer") && kind.dutyPercent >= 15 && kind.origins.includes("CN"),
) as [Commodity, ...Commodity[]];

/** Sets the price of every line to a part of what is usual, and the invoice to match. */
function priced(shipment: Shipment, part: () => number, kinds: readonly Commodity[], random: Random): void {
  for (const [at, item] of shipment.items.entries()) setUnitValue(item, (kinds[at]?.valuePerKg ?? 1) * part() * random.factor(0.05));
  price(shipment, random);
}

type Pair = readonly [Commodity, Commodity];

function drawPair(random: Random): Pair {
  return [random.pick(KINDS), random.pick(KINDS)];
}

/** One or both of two kinds. */
function someOf(pair: Pair, random: Random): readonly [Commodity, ...Commodity[]] {
  return random.chance(0.5) ? [pair[0]] : pair;
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world, index, size } = scene;
  const group = scene.group();
  const members = group.integer(3, 5);
  const seller = world.population.stranger("CN", group);
  const broker = world.population.broker(group.integer(120, 259));
  const part = 0.18 + 0.14 * group.next();
  const office = group.pick(["91ZB", "92ZC", "93ZD"]);
  const n = Math.min(members - 1, Math.floor((index * members) / size));
  const day = scene.since + Math.floor((200 * n) / members) - group.integer(15, 60);
  const pair = drawPair(group);
  const kinds = someOf(pair, random);
  const company = world.population.found(
    { serial: scene.companySerial(n), day, premises: "street", sector: "consumer", mix: pair, size: "tiny" },
    scene.member(n),
  );
  const supplier = { ...seller, name: spellName(seller.name ?? "", random.integer(0, 2)) };
  const shipment = drawTrade(scene, { company: { ...company, broker, office }, kinds, country: "CN", supplier, means: "container" });
  shipment.office = office;
  priced(shipment, () => part + 0.06 * random.next(), kinds, random);
  for (const item of shipment.items)
    item.customsValue = { amount: Math.max(500_000, Math.round(valueOf({ items: [item] }) / 500_000) * 500_000), currency: "VND" };
  return { shipment, role: `member ${n + 1}`, carries: ["revenue"], parties: [company.party, seller, broker] };
}

/** Leftovers of a season, bought by an old importer now and then. */
function leftovers(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const group = scene.group();
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && (one.sector === "textiles" || one.sector === "consumer"), group);
  const kinds = someOf(drawPair(group), random);
  const shipment = drawTrade(scene, { company, kinds, country: "CN", means: "container" });
  for (const item of shipment.items) item.description = `${item.description ?? "Hàng"} (hàng tồn kho cuối mùa)`;
  priced(shipment, () => 0.42 + 0.12 * random.next(), kinds, random);
  return honest(shipment);
}

/** Small importers who have a broker in common. */
function commonBroker(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const group = scene.group();
  const broker = world.population.broker(group.integer(120, 259));
  const n = random.integer(0, 4);
  const day = scene.since - group.integer(100, 1_500) - 90 * n;
  const member = scene.member(n);
  const pair = drawPair(member);
  const kinds = someOf(pair, random);
  const company = world.population.found({ serial: scene.companySerial(n), day, premises: "street", sector: "consumer", mix: pair, size: "tiny" }, member);
  const shipment = drawTrade(scene, { company: { ...company, broker }, kinds, country: "CN", means: "container" });
  priced(shipment, () => 0.95 + 0.15 * random.next(), kinds, random);
  return honest(shipment);
}

/** The same kinds of goods, a little under the usual price. */
function bargain(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const kinds = someOf(drawPair(random), random);
  const company = scene.world.population.pick((one) => one.sector === "textiles" || one.sector === "consumer", random);
  const shipment = drawTrade(scene, { company, kinds, country: "CN", means: "container" });
  priced(shipment, () => 0.76 + 0.12 * random.next(), kinds, random);
  return honest(shipment);
}

/** Short-lived importers at a fifth of the price. */
export const undervaluationRing: Scheme = {
  id: "undervaluation-ring",
  heldOut: false,
  detection: 0.8,
  plot: { share: 0.004, meanSize: 17, spanDays: 200, plan: (random) => spread(random.integer(10, 24), 200, random), stage: guilty },
  nearMisses: [
    {
      variety: "leftovers of a season",
      share: 0.0012,
      meanSize: 3,
      spanDays: 300,
      plan: (random) => spread(random.integer(2, 4), 300, random),
      stage: leftovers,
    },
    {
      variety: "one broker, honest prices",
      share: 0.0014,
      meanSize: 14,
      spanDays: 200,
      plan: (random) => spread(random.integer(8, 20), 200, random),
      stage: commonBroker,
    },
    { variety: "a little under the price", share: 0.0014, meanSize: 1, spanDays: 1, plan: () => [0], stage: bargain },
  ],
};
