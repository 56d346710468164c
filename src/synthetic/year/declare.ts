import type { Amendment } from "../../model/amendment.js";
import type { Direction } from "../../model/declaration.js";
import type { GoodsItem } from "../../model/goods-item.js";
import { partyKey } from "../../model/party.js";
import { drawOutcome } from "../outcome.js";
import { createRandom } from "../random.js";
import { type Trait, traitsOf } from "../trait.js";
import { type Entry, stage } from "./entry.js";
import { inspect } from "./inspection.js";
import { instantOf } from "./instant-of.js";
import { amendedNumber } from "./numbering.js";
import { reExportOf } from "./other-flows.js";
import { renderConsignments } from "./render-consignments.js";
import { renderDeclaration } from "./render-declaration.js";
import type { Staged, YearFinding } from "./schemes/scheme.js";
import type { Shipment } from "./shipment.js";
import type { YearTruth } from "./truth.js";
import type { World } from "./world.js";
import type { YearRecord } from "./year-record.js";

const STREAM_FINDING = 22;
const STREAM_FOLLOW_UP = 23;
const LINES_PER_PART = 50;
/** Re-exports draw outcomes of their own. */
const RE_EXPORT_PART = 100;

/** What comes after a declaration: an amendment of it, or the re-export of its goods. */
export interface FollowUp {
  readonly kind: "amendment" | "reExport";
  readonly day: number;
  readonly entry: Entry;
  /** The number as first given, and the family's. */
  readonly id: string;
  readonly familyId: string;
  /** Amendments before this one. */
  readonly earlier: readonly Amendment[];
}

/** What was declared at once, and what will come of it. */
export interface Declared {
  readonly records: readonly YearRecord[];
  readonly followUps: readonly FollowUp[];
}

type Numbering = (direction: Direction) => string;

/** Declares the shipment of an entry: in one declaration, or in parts of 50 lines. */
export function declareEntry(world: World, entry: Entry, numbering: Numbering, randomRate: number): Declared {
  const staged = stage(world, entry);
  const { shipment } = staged;
  const parts = partsOf(shipment.items);
  const ids = parts.map(() => numbering(shipment.direction));
  const [familyId = ""] = ids;
  const consignments = renderConsignments(shipment);
  const records = parts.map((items, part): YearRecord => {
    const id = ids[part] ?? familyId;
    const isSplit = parts.length > 1;
    const declaration = renderDeclaration(
      shipment,
      { id, ...(isSplit ? { firstId: familyId, split: { number: part + 1, of: parts.length } } : {}), amendments: [] },
      items,
    );
    const traits = traitsOf(declaration, shipment.prior);
    const findings = part === 0 ? findingsOf(world, entry, staged, traits) : [];
    return recordOf(world, entry, staged, {
      declaration,
      familyId,
      version: 0,
      part,
      traits,
      findings,
      randomRate,
      consignments: part === 0 ? consignments : [],
    });
  });
  return { records, followUps: followUpsOf(world, entry, shipment, { id: familyId, familyId }) };
}

/** Declares an amendment, or the re-export that ends a temporary import. */
export function declareFollowUp(world: World, followUp: FollowUp, at: number, numbering: Numbering, randomRate: number): Declared {
  const { entry, id, familyId, earlier } = followUp;
  const staged = stage(world, entry);
  const { shipment } = staged;
  if (followUp.kind === "reExport") {
    const leaving = reExportOf(shipment, at, id);
    const number = numbering("export");
    const declaration = renderDeclaration(leaving, { id: number, amendments: [] }, leaving.items);
    const record = recordOf(
      world,
      entry,
      { ...staged, shipment: leaving, carries: [] },
      {
        declaration,
        familyId: number,
        version: 0,
        part: RE_EXPORT_PART,
        traits: traitsOf(declaration, shipment.prior),
        findings: [],
        randomRate,
        consignments: renderConsignments(leaving),
      },
    );
    return { records: [record], followUps: [] };
  }
  const [lines = []] = partsOf(shipment.items);
  // what there is to be found does not change with what is said of it
  const findings = findingsOf(world, entry, staged, traitsOf(renderDeclaration(shipment, { id, amendments: [] }, lines), shipment.prior));
  const sequence = earlier.length + 1;
  for (const planned of shipment.amendments.slice(0, sequence)) planned.apply(shipment);
  const planned = shipment.amendments[sequence - 1];
  const amendment: Amendment = {
    at: instantOf(at),
    sequence,
    fields: planned?.fields ?? ["documents"],
    ...(planned?.reason === undefined ? {} : { reason: planned.reason }),
  };
  const amendments = [...earlier, amendment];
  const [items = []] = partsOf(shipment.items);
  const isSplit = shipment.items.length > LINES_PER_PART;
  const split = { number: 1, of: Math.ceil(shipment.items.length / LINES_PER_PART) };
  const declaration = renderDeclaration(shipment, { id: amendedNumber(id, sequence), firstId: familyId, ...(isSplit ? { split } : {}), amendments }, items);
  const truth = truthOf(world, entry, staged, { declarationId: declaration.id, familyId, version: sequence, at: amendment.at, findings });
  const next = sequence < shipment.amendments.length ? [amendmentAfter(world, followUp, shipment, amendments)] : [];
  return { records: [{ declaration, consignments: [], truth }], followUps: next };
}

function partsOf(items: readonly GoodsItem[]): readonly (readonly GoodsItem[])[] {
  return Array.from({ length: Math.ceil(items.length / LINES_PER_PART) }, (_, part) => items.slice(part * LINES_PER_PART, (part + 1) * LINES_PER_PART));
}

/** What there is to be found: what the operation carries, nothing in honest trade that looks like it, else what the base process draws. */
function findingsOf(world: World, entry: Entry, staged: Staged, traits: readonly Trait[]): readonly YearFinding[] {
  if (entry.due !== undefined) return staged.carries;
  return drawOutcome(traits, createRandom(world.seed, entry.serial, STREAM_FINDING)).kinds;
}

interface Making {
  readonly declaration: YearRecord["declaration"];
  readonly familyId: string;
  readonly version: number;
  readonly part: number;
  readonly traits: readonly Trait[];
  readonly findings: readonly YearFinding[];
  readonly randomRate: number;
  readonly consignments: YearRecord["consignments"];
}

function recordOf(world: World, entry: Entry, staged: Staged, making: Making): YearRecord {
  const { declaration, familyId, version, part, traits, findings, randomRate, consignments } = making;
  const detection = findings.length === 0 ? 0 : (entry.due?.placed.scheme.detection ?? 1);
  const inspection = inspect(declaration, { seed: world.seed, serial: entry.serial, part, traits, randomRate, detection });
  const truth = truthOf(world, entry, staged, { declarationId: declaration.id, familyId, version, at: declaration.registeredAt, findings });
  return {
    declaration,
    consignments,
    ...(inspection === undefined
      ? {}
      : { outcome: { declarationId: declaration.id, finding: inspection.found, knownAt: inspection.knownAt, selection: inspection.selection } }),
    truth: inspection === undefined ? truth : { ...truth, inspection },
  };
}

function truthOf(world: World, { due }: Entry, staged: Staged, base: Pick<YearTruth, "declarationId" | "familyId" | "version" | "at" | "findings">): YearTruth {
  if (due === undefined) return { ...base, label: base.findings.length > 0 ? "offence" : "honest" };
  const { placed, operation, since } = due;
  const { variety, scheme } = placed;
  return {
    ...base,
    label: variety === undefined ? "scheme" : "nearMiss",
    scheme: scheme.id,
    ...(variety === undefined ? {} : { variety }),
    operation,
    role: staged.role,
    since: instantOf(world.calendar.startOf(since)),
    parties: staged.parties.map((party) => partyKey(party) ?? party.name ?? ""),
    documents: staged.shipment.bills.map((bill) => bill.house ?? bill.master),
  };
}

function followUpsOf(world: World, entry: Entry, shipment: Shipment, ids: Pick<FollowUp, "id" | "familyId">): readonly FollowUp[] {
  const first: FollowUp = { kind: "amendment", day: entry.day, entry, ...ids, earlier: [] };
  const followUps: FollowUp[] = shipment.amendments.length > 0 ? [amendmentAfter(world, first, shipment, [])] : [];
  if (shipment.reExportAfterDays !== undefined) {
    const day = world.calendar.workingDay(entry.day + shipment.reExportAfterDays, createRandom(world.seed, entry.serial, STREAM_FOLLOW_UP));
    followUps.push({ ...first, kind: "reExport", day });
  }
  return followUps;
}

/** The next amendment: so many hours after registration, not on the same day, and not before the one before it. */
function amendmentAfter(world: World, { entry, id, familyId, day }: FollowUp, shipment: Shipment, earlier: readonly Amendment[]): FollowUp {
  const planned = shipment.amendments[earlier.length];
  const wanted = Math.max(day, entry.day + Math.floor((planned?.afterHours ?? 0) / 24)) + 1;
  const on = world.calendar.workingDay(wanted, createRandom(world.seed, entry.serial * 16 + earlier.length, STREAM_FOLLOW_UP));
  return { kind: "amendment", day: on, entry, id, familyId, earlier };
}
