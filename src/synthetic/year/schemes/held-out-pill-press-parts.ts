import type { Party } from "../../../model/party.js";
import { privatePerson } from "../company.js";
import { inventAddress, inventPhone, spellAddress, spellName, spellPhone } from "../contacts.js";
import { setMass, setUnitValue } from "../goods.js";
import { nth } from "../nth.js";
import { drawParcel, GIFTS } from "../parcel.js";
import { drawTrade } from "../trade.js";
import { heldOutKind } from "./held-out-goods.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

const PARTS = ["84799030", "84807990", "82073000", "39129090", "17021100"] as const;
const WORDS = ["Steel mould", "Machine accessories", "Food additive", "Khuôn thép", "Phụ kiện máy", "Bột phụ gia thực phẩm"] as const;

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, index, world } = scene;
  const group = scene.group();
  const base = privatePerson(scene.companySerial(0), group);
  const address = inventAddress(group, "street");
  const phone = inventPhone(group);
  const one = group.chance(0.5);
  const start = group.integer(0, PARTS.length - 1);
  const kind = heldOutKind(nth(PARTS, start + index));
  const shipment = drawParcel(scene, GIFTS[0], "CN");
  const [item] = shipment.items;
  item.hsCode = kind.hsCode;
  item.description =
    kind.hsCode.startsWith("84") || kind.hsCode.startsWith("82") ? random.pick([WORDS[0], WORDS[1], WORDS[3], WORDS[4]]) : random.pick([WORDS[2], WORDS[5]]);
  setMass(item, Math.round(10 * Math.min(60, 1.5 + kind.massKg * random.factor(0.5))) / 10, 20);
  setUnitValue(item, kind.valuePerKg * (0.3 + 0.5 * random.next()));
  item.originCountryCode = "CN";
  delete item.documents;
  const party: Party = one
    ? { ...base, name: spellName(base.name ?? "", index) }
    : { ...shipment.inland, ...(index % 2 === 0 ? { phone: spellPhone(phone, index) } : {}), address: spellAddress(address, index) };
  shipment.inland = party;
  shipment.abroad = world.population.stranger("CN", random);
  shipment.goodsClassification = "F";
  return { shipment, role: "part", carries: ["precursors"], parties: [party] };
}

/** Spare parts of a tablet press for a maker of medicines, with its licence. */
function licensed(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.sector === "health", random);
  const shipment = drawTrade(scene, { company, kinds: [heldOutKind(random.pick(["84799030", "82073000"]))], country: "CN", means: "air" });
  for (const item of shipment.items) {
    item.description = "Bộ phận của máy dập viên";
    item.documents = [{ kind: "licence", number: `GP-${random.integer(1_000, 99_999)}/VD` }];
  }
  return honest(shipment);
}

/** Moulds for a maker of plastics. */
function moulds(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.sector === "plastics", random);
  return honest(drawTrade(scene, { company, kinds: [heldOutKind("84807990")], country: "CN", means: "air" }));
}

/** Cellulose or lactose for a maker of food. */
function binder(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && (one.sector === "food" || one.sector === "health"), random);
  const kind = heldOutKind(random.pick(["39129090", "17021100"]));
  return honest(drawTrade(scene, { company, kinds: [kind], country: random.pick(kind.origins), means: "air" }));
}

/** What is needed to press pills. */
export const pillPressParts: Scheme = {
  id: "pill-press-parts",
  heldOut: true,
  detection: 0.85,
  plot: { share: 0.0008, meanSize: 3, spanDays: 25, plan: (random) => spread(random.integer(2, 4), 25, random), stage: guilty },
  nearMisses: [
    { variety: "parts for a maker of medicines", share: 0.0006, meanSize: 1, spanDays: 1, plan: () => [0], stage: licensed },
    { variety: "moulds", share: 0.0006, meanSize: 1, spanDays: 1, plan: () => [0], stage: moulds },
    { variety: "binder for food", share: 0.0006, meanSize: 1, spanDays: 1, plan: () => [0], stage: binder },
  ],
};
