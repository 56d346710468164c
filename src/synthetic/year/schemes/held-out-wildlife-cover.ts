import type { Commodity } from "../../commodity.js";
import { moveJourney } from "../boxes.js";
import { setMass, setUnitValue } from "../goods.js";
import type { Shipment } from "../shipment.js";
import { drawTrade, price } from "../trade.js";
import { heldOutKind } from "./held-out-goods.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

const DAY_MS = 86_400_000;
const COVERS = ["08013100", "12024200", "44072799", "39159090", "05069000"] as const;
const AFRICA = ["NG", "AO", "CG", "ZA"] as const;

/** A container from Africa by way of a hub. */
function fromAfrica(scene: PlotScene, kind: Commodity, given: Parameters<typeof drawTrade>[1]): Shipment {
  const { random } = scene;
  const shipment = drawTrade(scene, { ...given, kinds: [kind], means: "container" });
  const [country, port] = random.pick([
    ["SG", "SGSIN"],
    ["MY", "MYPKG"],
  ] as const);
  shipment.via = [{ country, port, days: random.integer(3, 14) }];
  moveJourney(shipment, shipment.arrivedAt - random.integer(28, 55) * DAY_MS);
  return shipment;
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const group = scene.group();
  const paper = group.chance(0.5);
  const founded = scene.since - group.integer(40, 700);
  const company = paper
    ? world.population.found({ serial: scene.companySerial(0), day: founded, premises: "service", sector: "consumer", size: "tiny" }, group)
    : world.population.pick(
        (one) => one.activeFrom < 0 && one.perDay < 0.15 && one.sector !== "food" && one.sector !== "wood" && one.sector !== "plastics",
        group,
      );
  const kind = heldOutKind(group.pick(COVERS));
  const country = group.pick(AFRICA);
  const supplier = world.population.stranger(country, group);
  const shipment = fromAfrica(scene, kind, { company, country, supplier });
  const [item] = shipment.items;
  setMass(item, 1_000 * random.integer(8, 24), kind.packageKg);
  setUnitValue(item, kind.valuePerKg * (0.7 + 0.4 * random.next()));
  item.originCountryCode = country;
  item.description = random.chance(0.5) ? kind.english : kind.vietnamese;
  delete item.documents;
  price(shipment, random);
  shipment.freightTerms = "collect";
  shipment.incoterm = "FOB";
  shipment.documents = shipment.documents.filter((document) => document.kind !== "certificateOfOrigin");
  if (random.chance(0.5)) {
    const late = random.integer(8, 24) * DAY_MS;
    moveJourney(shipment, shipment.departedAt - late, shipment.arrivedAt - late);
  }
  return { shipment, role: "cover", carries: ["wildlife"], parties: [company.party, supplier] };
}

function certified(shipment: Shipment, scene: PlotScene): Shipment {
  const number = (letters: string): string => `${letters}-${scene.random.integer(10_000, 999_999)}`;
  shipment.documents.push({ kind: "inspectionCertificate", number: number("KDTV") }, { kind: "certificateOfOrigin", number: number("CO") });
  return shipment;
}

/** A processor that has bought there for years. */
function processor(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && (one.sector === "food" || one.sector === "wood"), group);
  const kind = heldOutKind(group.pick(company.sector === "food" ? ["08013100", "12024200"] : ["44072799", "44072799"]));
  const country = kind.origins[0];
  return honest(certified(fromAfrica(scene, kind, { company, country }), scene));
}

/** A first import by an old company of the trade. */
function firstOfTrade(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const company = world.population.pick((one) => one.activeFrom < 0 && (one.sector === "food" || one.sector === "wood"), random);
  const kind = heldOutKind(company.sector === "food" ? "08013100" : "44072799");
  const country = random.pick(kind.origins);
  return honest(certified(fromAfrica(scene, kind, { company, country, supplier: world.population.stranger(country, random) }), scene));
}

/** Scrap from the same places for a steel or plastics maker. */
function scrap(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && (one.sector === "metals" || one.sector === "plastics"), group);
  const kind = heldOutKind(company.sector === "metals" ? "72044900" : "39159090");
  const shipment = fromAfrica(scene, kind, { company, country: group.pick(["NG", "ZA", "GH"]) });
  shipment.documents.push({ kind: "inspectionCertificate", number: `PL-${scene.random.integer(1_000, 99_999)}` });
  return honest(shipment);
}

/** Ivory and scales under timber, nuts or scrap. */
export const wildlifeCover: Scheme = {
  id: "wildlife-cover",
  heldOut: true,
  detection: 0.9,
  plot: { share: 0.0008, meanSize: 2, spanDays: 50, plan: (random) => spread(random.integer(1, 3), 50, random), stage: guilty },
  nearMisses: [
    {
      variety: "processor with certificates",
      share: 0.0012,
      meanSize: 8,
      spanDays: 300,
      plan: (random) => spread(random.integer(5, 11), 300, random),
      stage: processor,
    },
    { variety: "first import of the trade", share: 0.0005, meanSize: 1, spanDays: 1, plan: () => [0], stage: firstOfTrade },
    { variety: "scrap for a maker", share: 0.0008, meanSize: 4, spanDays: 200, plan: (random) => spread(random.integer(3, 5), 200, random), stage: scrap },
  ],
};
