import type { Party } from "../../../model/party.js";
import type { Sector } from "../../commodity.js";
import { createRandom } from "../../random.js";
import type { Company } from "../company.js";
import { inventAddress, inventPhone, spellPhone } from "../contacts.js";
import { drawTrade } from "../trade.js";
import { kindOf } from "./kind-of.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

const STREAM_ADDRESS = 21;
const COVER_LOADS = ["44029090", "68022300", "08119000", "69072191", "25171000"] as const;

/** The company of an operation: two operations of the year share an address, and mostly a telephone. */
function shell(scene: PlotScene): Company {
  const { world, operation } = scene;
  const group = scene.group();
  const founded = scene.since - group.integer(20, 120);
  const company = world.population.found({ serial: scene.companySerial(0), day: founded, premises: "service", sector: "electronics", size: "tiny" }, group);
  const shared = createRandom(world.seed, Math.floor(operation / 2), STREAM_ADDRESS);
  const address = inventAddress(shared, "service");
  const phone = inventPhone(shared);
  const party: Party = {
    ...company.party,
    address,
    addressKind: group.chance(0.7) ? "serviceAddress" : "residential",
    employeeCount: group.integer(1, 3),
    registeredCapital: { amount: group.integer(1, 10) * 100_000_000, currency: "VND" },
    ...(group.chance(0.5) ? { phone: spellPhone(phone, group.integer(0, 3)) } : {}),
  };
  return { ...company, party, broker: world.population.broker(group.integer(200, 259)) };
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const company = shell(scene);
  const group = scene.group();
  const kind = kindOf(group.pick(COVER_LOADS));
  const country = group.pick(["LA", "KH", "TH", "BR", "IN", "MX", "CN"]);
  const supplier = world.population.stranger(country, group);
  const runs = group.chance(0.6);
  const shipment = drawTrade(scene, { company, kinds: [kind], country, supplier, means: "container" });
  shipment.toOrder = random.chance(0.5);
  shipment.notify = world.population.stranger("VN", group);
  if (random.chance(0.6)) shipment.freightTerms = "collect";
  else {
    shipment.freightTerms = "prepaid";
    shipment.freightPayer = world.population.stranger(group.pick(["HK", "SG", "AE"]), group);
  }
  const isTest = runs && scene.index === 0;
  return { shipment, role: isTest ? "testRun" : "cover", carries: isTest ? [] : ["narcotics"], parties: [company.party, supplier] };
}

/** A young company with premises of its own and goods of its line, that goes on. */
function startUp(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const sector = group.pick<Sector>(["consumer", "textiles", "food", "plastics", "machinery"]);
  const founded = scene.since - group.integer(20, 120);
  const company = scene.world.population.found({ serial: scene.companySerial(0), day: founded, premises: "industrial", sector, size: "small" }, group);
  return honest(drawTrade(scene, { company: { ...company, broker: scene.world.population.broker(group.integer(0, 259)) } }));
}

/** Companies of one group that have one address and telephone, and years of trade. */
function group(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const draws = scene.group();
  const sector = draws.pick<Sector>(["electronics", "consumer", "metals"]);
  const address = inventAddress(draws, "service");
  const phone = spellPhone(inventPhone(draws), 0);
  const n = scene.index % 3;
  const company = scene.world.population.found(
    { serial: scene.companySerial(n), day: -draws.integer(900, 4_000) - n, premises: "service", sector, size: "small" },
    draws,
  );
  return honest(drawTrade(scene, { company: { ...company, party: { ...company.party, address, addressKind: "serviceAddress", phone } } }));
}

/** A first import of a cover load by an old company. */
function firstCover(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const company = world.population.pick((one) => one.activeFrom < 0 && one.sector !== "bulk", random);
  const kind = kindOf(random.pick(COVER_LOADS));
  return honest(drawTrade(scene, { company, kinds: [kind], country: kind.origins[0], means: "container" }));
}

/** A company made for a few consignments. */
export const shellImporter: Scheme = {
  id: "shell-importer",
  heldOut: false,
  detection: 0.85,
  plot: { share: 0.0012, meanSize: 3.5, spanDays: 45, plan: (random) => spread(random.integer(2, 5), 45, random), stage: guilty },
  nearMisses: [
    { variety: "honest start-up", share: 0.0012, meanSize: 8, spanDays: 250, plan: (random) => spread(random.integer(5, 11), 250, random), stage: startUp },
    { variety: "group of companies", share: 0.0008, meanSize: 9, spanDays: 300, plan: (random) => spread(random.integer(6, 12), 300, random), stage: group },
    { variety: "old company, first cover load", share: 0.0005, meanSize: 1, spanDays: 1, plan: () => [0], stage: firstCover },
  ],
};
