import { COMMODITY_OF } from "../../commodities.js";
import type { Commodity } from "../../commodity.js";
import type { Random } from "../../random.js";
import { RESIDUAL_CHEMICAL_NAMES } from "../../wording.js";
import { setMass, setUnitValue } from "../goods.js";
import { drawTrade, price } from "../trade.js";
import { kindOf } from "./kind-of.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

const HEADINGS = ["29183000", "29329990", "29333990", "38249999"] as const;
const DULL = [
  "Organic intermediate for coatings",
  "Hóa chất hữu cơ trung gian dùng cho sơn",
  "Pigment intermediate, powder",
  "Chất trung gian cho thuốc nhuộm",
  "Cosmetic raw material",
  "Hoa chat huu co cong nghiep",
] as const;
const OLD_NAMES = [...RESIDUAL_CHEMICAL_NAMES, "PMK oil substitute", "BMK glycidic acid", "1-boc-4-AP", "APAA powder"] as const;

/** A name as somebody writes it who would rather not be understood by a machine. */
function disguise(name: string, random: Random): string {
  const way = random.integer(0, 3);
  if (way === 0) return name;
  if (way === 1) return name.replaceAll("e", "\u0435").replaceAll("a", "\u0430");
  if (way === 2) return `${name.slice(0, 5)}\u200b${name.slice(5)}`;
  return name.replace("CAS ", "").toUpperCase();
}

function goods(random: Random): Commodity {
  return kindOf(random.pick(HEADINGS));
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const { population } = scene.world;
  const group = scene.group();
  const company = population.pick((one) => one.sector === "chemicals" && one.activeFrom < 0 && one.perDay < 0.4, group);
  const kind = goods(group);
  const country = group.pick(["CN", "IN", "CN"]);
  const supplier = population.stranger(country, group);
  const means = random.chance(0.35) ? "air" : "container";
  const shipment = drawTrade(scene, { company, kinds: [kind], country, supplier, means });
  const [item] = shipment.items;
  setMass(item, 25 * (means === "air" ? random.integer(4, 16) : random.integer(8, 80)), 26);
  item.packageKind = "DR";
  item.description = random.chance(0.3) ? `${random.pick(DULL)}: ${disguise(random.pick(OLD_NAMES), random)}` : random.pick(DULL);
  setUnitValue(item, random.chance(1 / 3) ? kind.valuePerKg * (3 + 3 * random.next()) : 60_000 + 70_000 * random.next());
  delete item.documents;
  price(shipment, random);
  return { shipment, role: "supply", carries: ["precursors"], parties: [company.party, supplier] };
}

/** Buys the same substance of the same seller, by name and with a permit. */
function known(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const group = scene.group();
  const company = scene.world.population.pick(
    (one) => (one.sector === "health" || one.sector === "chemicals") && one.activeFrom < 0 && one.perDay > 0.02,
    group,
  );
  const kind = kindOf(group.pick(["29183000", "29329990", "29333990"]));
  const name = group.pick(RESIDUAL_CHEMICAL_NAMES);
  const permit = `GP-${group.integer(1_000, 999_999)}/VD`;
  const shipment = drawTrade(scene, { company, kinds: [kind], country: kind.origins[0] });
  const [item] = shipment.items;
  item.description = `${kind.english}: ${name}`;
  item.casNumbers = [name.slice(name.indexOf("CAS ") + 4)];
  item.documents = [
    { kind: "permit", number: permit },
    ...(random.chance(0.7) ? [{ kind: "preExportNotification" as const, number: `PEN-${random.integer(1_000, 9_999)}` }] : []),
  ];
  setUnitValue(item, kind.valuePerKg * random.factor(0.12));
  return honest(shipment);
}

/** Imports under the residual heading all year, at the usual price, without a name. */
function painter(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const company = scene.world.population.pick((one) => one.sector === "chemicals" && one.activeFrom < 0, group);
  const kind = goods(group);
  const shipment = drawTrade(scene, { company, kinds: [kind], country: kind.origins[0] });
  const [item] = shipment.items;
  item.description = scene.random.pick(DULL);
  setUnitValue(item, kind.valuePerKg * scene.random.factor(0.15));
  if (COMMODITY_OF.get(kind.hsCode)?.trait === "residualChemical" && scene.random.chance(0.5)) delete item.documents;
  return honest(shipment);
}

/** A precursor under a residual heading. */
export const precursorResidual: Scheme = {
  id: "precursor-residual",
  heldOut: false,
  detection: 0.9,
  plot: { share: 0.001, meanSize: 3, spanDays: 40, plan: (random) => spread(random.integer(2, 4), 40, random), stage: guilty },
  nearMisses: [
    { variety: "named with permit", share: 0.001, meanSize: 4.5, spanDays: 330, plan: (random) => spread(random.integer(3, 6), 330, random), stage: known },
    { variety: "paint maker", share: 0.001, meanSize: 5, spanDays: 330, plan: (random) => spread(random.integer(3, 7), 330, random), stage: painter },
  ],
};
