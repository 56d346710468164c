import { moveJourney } from "../boxes.js";
import { setUnitValue } from "../goods.js";
import { exitOfficeOf } from "../other-flows.js";
import type { Shipment } from "../shipment.js";
import { drawTrade, price } from "../trade.js";
import { heldOutKind } from "./held-out-goods.js";
import { kindOf } from "./kind-of.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

const DULL = ["39021090", "69072191", "85182190", "02062900"] as const;

function moveOn(shipment: Shipment, regime: "transit" | "temporaryImport", destination: string): void {
  shipment.regime = regime;
  shipment.procedure = regime === "transit" ? "OLA" : "G11";
  if (regime === "transit") shipment.direction = "transit";
  shipment.destination = destination;
  shipment.exitOffice = exitOfficeOf(destination);
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, world } = scene;
  const group = scene.group();
  const drugs = group.chance(0.6);
  const company = world.population.pick((one) => one.activeFrom < 0 && one.perDay < 0.2 && one.sector !== "plastics" && one.sector !== "food", group);
  const kind = heldOutKind(group.pick(DULL));
  const [country, destination] = group.pick<readonly [string, string]>([
    ["TH", "PH"],
    ["MY", "TW"],
    ["KH", "AU"],
    ["TH", "KH"],
    ["JP", "KH"],
    ["US", "CN"],
  ]);
  const regime = group.chance(0.7) ? "temporaryImport" : "transit";
  const supplier = world.population.stranger(country, group);
  const shipment = drawTrade(scene, { company, kinds: [kind], country, supplier, means: "container" });
  moveOn(shipment, regime, destination);
  // past the destination and back
  shipment.via = [
    { country: "SG", port: "SGSIN", days: 3 + random.integer(0, 6) },
    ...(random.chance(0.5) ? [{ country: "HK", port: "HKHKG", days: random.integer(2, 6) }] : []),
  ];
  moveJourney(shipment, shipment.departedAt - 86_400_000 * random.integer(8, 18));
  for (const item of shipment.items) setUnitValue(item, kind.valuePerKg * (0.35 + 0.25 * random.next()));
  price(shipment, random);
  shipment.freight = Math.round(3_000_000 + 40_000_000 * random.next());
  const [exit, onward] = [random.pick(["95ZF", "96ZG", "94ZE", "97ZH"]), random.pick(["LA", "KH", "CN"])];
  const elsewhere = random.chance(0.5);
  shipment.amendments = [
    {
      afterHours: random.integer(30, 200),
      fields: elsewhere ? ["exitOffice", "destinationCountryCode"] : ["exitOffice"],
      apply: (changed) => {
        changed.exitOffice = exit;
        if (elsewhere) changed.destination = onward;
      },
    },
  ];
  if (drugs && regime === "temporaryImport") shipment.reExportAfterDays = random.integer(4, 25);
  return { shipment, role: drugs ? "in transit" : "diverted", carries: [drugs ? "narcotics" : "security"], parties: [company.party, supplier] };
}

/** A forwarder's regular transit to a neighbour. */
function regular(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const company = scene.world.population.pick((one) => one.activeFrom < 0, group);
  const destination = group.pick(["KH", "LA"]);
  const shipment = drawTrade(scene, { company, lines: 1, means: "container" });
  const regime = group.chance(0.5) ? "temporaryImport" : "transit";
  moveOn(shipment, regime, destination);
  if (regime === "temporaryImport") shipment.reExportAfterDays = scene.random.integer(5, 40);
  return honest(shipment);
}

/** Machines for a project, which stay for longer than a year. */
function project(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const company = scene.world.population.pick((one) => one.activeFrom < 0 && one.sector === "machinery", scene.random);
  const shipment = drawTrade(scene, { company, kinds: [kindOf("84798999")], means: "container" });
  shipment.procedure = "G12";
  shipment.regime = "temporaryImport";
  return honest(shipment);
}

/** Another exit office for a stated reason, the route straight. */
function closedGate(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random } = scene;
  const shipment = drawTrade(scene, { lines: 1, means: "container" });
  moveOn(shipment, "temporaryImport", random.pick(["LA", "KH", "CN"]));
  shipment.reExportAfterDays = random.integer(6, 45);
  shipment.amendments = [
    {
      afterHours: random.integer(10, 120),
      fields: ["exitOffice"],
      reason: "cửa khẩu tạm dừng thông quan",
      apply: (changed) => {
        changed.exitOffice = "97ZH";
      },
    },
  ];
  return honest(shipment);
}

/** Goods that go on to a third country, or do not. */
export const transitDiversion: Scheme = {
  id: "transit-diversion",
  heldOut: true,
  detection: 0.85,
  plot: { share: 0.0008, meanSize: 3.5, spanDays: 60, plan: (random) => spread(random.integer(2, 5), 60, random), stage: guilty },
  nearMisses: [
    { variety: "regular transit", share: 0.001, meanSize: 8, spanDays: 250, plan: (random) => spread(random.integer(5, 11), 250, random), stage: regular },
    { variety: "machines for a project", share: 0.0005, meanSize: 1, spanDays: 1, plan: () => [0], stage: project },
    { variety: "closed border gate", share: 0.0005, meanSize: 1, spanDays: 1, plan: () => [0], stage: closedGate },
  ],
};
