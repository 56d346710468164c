import { createRandom, type Random } from "../random.js";
import { drawWeighted, weighted } from "../weighted.js";
import { drawAmendments } from "./amendments.js";
import { drawLineCount } from "./goods.js";
import { type DueConsignment, operationSerial } from "./operations.js";
import { drawExport, drawTemporaryImport, drawTransit } from "./other-flows.js";
import { drawParcel } from "./parcel.js";
import type { Staged } from "./schemes/scheme.js";
import type { Shipment } from "./shipment.js";
import { drawTrade } from "./trade.js";
import type { Scene, World } from "./world.js";

const STREAM_PLAN = 15;
const STREAM_SHIPMENT = 16;
const STREAM_GROUP = 17;
const STREAM_MEMBER = 18;
const MAX_LINES = 50;

type Flow = "trade" | "parcel" | "export" | "temporaryImport" | "transit";

/** What is declared at a moment: a shipment that can be made from this at any time, always the same. */
export interface Entry {
  readonly serial: number;
  readonly day: number;
  readonly at: number;
  /** In how many declarations it is declared. */
  readonly parts: number;
  readonly flow: Flow;
  readonly lines: number;
  readonly due?: DueConsignment;
}

const FLOWS = weighted<Flow>([
  ["trade", 77],
  ["parcel", 10],
  ["export", 10],
  ["temporaryImport", 1.6],
  ["transit", 1.4],
]);

/** The entry of ordinary trade with a number; it takes no more declarations than there is room for. */
export function planOrdinary(world: World, day: number, serial: number, room: number): Entry {
  const random = createRandom(world.seed, serial, STREAM_PLAN);
  const at = world.calendar.moment(day, random);
  const flow = drawWeighted(FLOWS, random);
  const drawn = drawLineCount(random);
  const lines = flow === "trade" ? Math.min(drawn, MAX_LINES * room) : Math.min(drawn, MAX_LINES);
  return { serial, day, at, parts: Math.ceil(lines / MAX_LINES), flow, lines };
}

/** The entry of a consignment of an operation, or the moment of what follows an earlier one. */
export function planDue(world: World, day: number, serial: number, due: DueConsignment | undefined): Entry {
  const random = createRandom(world.seed, serial, STREAM_PLAN);
  return { serial, day, at: world.calendar.moment(day, random), parts: 1, flow: "trade", lines: 1, ...(due === undefined ? {} : { due }) };
}

/** Makes the shipment of an entry. */
export function stage(world: World, entry: Entry): Staged {
  const { serial, day, at, due } = entry;
  const scene: Scene = { world, day, at, serial, random: createRandom(world.seed, serial, STREAM_SHIPMENT) };
  if (due === undefined) return { shipment: stageOrdinary(scene, entry), role: "honest", carries: [], parties: [] };
  const { placed, operation, index, size, since } = due;
  const number = operationSerial(placed.index, operation);
  const companySerial = (n: number): number => 4_000_000 + placed.index * 50_000 + (operation % 10_000) * 5 + n;
  const staged = placed.plot.stage({
    ...scene,
    operation,
    index,
    size,
    since,
    companySerial,
    group: () => createRandom(world.seed, number, STREAM_GROUP),
    member: (n) => createRandom(world.seed, number * 8 + n, STREAM_MEMBER),
  });
  return withAmendments(staged, scene.random);
}

function withAmendments(staged: Staged, random: Random): Staged {
  if (staged.shipment.amendments.length === 0) staged.shipment.amendments = drawAmendments(staged.shipment, random);
  return staged;
}

function stageOrdinary(scene: Scene, { flow, lines }: Entry): Shipment {
  const shipment = drawFlow(scene, flow, lines);
  if (shipment.amendments.length === 0) shipment.amendments = drawAmendments(shipment, scene.random);
  return shipment;
}

function drawFlow(scene: Scene, flow: Flow, lines: number): Shipment {
  switch (flow) {
    case "trade":
      return drawTrade(scene, { lines });
    case "export":
      return drawExport(scene, lines);
    case "temporaryImport":
      return drawTemporaryImport(scene);
    case "transit":
      return drawTransit(scene);
    case "parcel":
      return drawParcel(scene);
  }
}
