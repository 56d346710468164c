import { deepFreeze } from "../core/freeze.js";
import { type CalendarDate, startOfDayAfter } from "../core/instant.js";
import { quote } from "../core/issue.js";
import type { Alert } from "../intelligence/alert.js";
import type { AlertSubject } from "../intelligence/alert-subject.js";
import type { AlertChannel } from "../intelligence/channel.js";
import type { Grading } from "../intelligence/grading.js";
import type { Tlp } from "../intelligence/handling.js";
import { DISGUISES, type Disguise, disguise } from "./disguise.js";
import { generateDeclarations, type SyntheticDeclaration } from "./generate-declarations.js";
import { createRandom, type Random } from "./random.js";
import { inventTaxCode } from "./tax-code.js";

/** An invented alert, and what it was made from, where it was. */
export interface SyntheticAlert {
  readonly alert: Alert;
  /** The declaration with a finding that it warns of, and how its subject is written otherwise than there; absent where it is about nobody. */
  readonly planted?: { readonly declarationId: string; readonly disguise: Disguise };
}

/** What to generate. */
export interface GenerateAlertsOptions {
  /** The seed, first day and days of the declarations that planted alerts are about. */
  readonly seed: number;
  readonly from?: CalendarDate;
  readonly days?: number;
  /** How many declarations there are, as for `generateDeclarations`. */
  readonly declarations: number;
  /** How many alerts warn of declarations with a finding; fewer where there are fewer of these. */
  readonly planted: number;
  /** How many are about nobody. */
  readonly noise: number;
}

const STREAM_PLANTED = 4;
const STREAM_NOISE = 5;
const CHANNELS: readonly [AlertChannel, ...AlertChannel[]] = ["rilo", "cencomm", "containerComm", "bilateral", "blo", "dea", "police", "own"];
const LABELS: readonly [Tlp, ...Tlp[]] = ["TLP:AMBER", "TLP:GREEN", "TLP:GREEN", "TLP:AMBER+STRICT"];
const GRADINGS: readonly [Grading, ...Grading[]] = [
  { system: "admiralty", source: "B", information: "2" },
  { system: "admiralty", source: "C", information: "3" },
  { system: "3x5x2", source: "1", information: "B" },
  { system: "4x4", source: "A", information: "1" },
  { system: "none" },
];
/** Words that mean "fiction", "simulation", "convention", and that no invented declaration uses. */
const NOBODY: readonly [string, ...string[]] = ["Hư Cấu", "Mô Phỏng", "Ước Lệ", "Tượng Trưng", "Phỏng Đoán"];
/** Serials of tax codes that no invented importer or broker has. */
const FREE_SERIALS = 700_000;

/**
 * Invents alerts: some that warn of declarations with a finding, their subject written as partners write it (without diacritics, with slips, in another order, under another legal
 * form, with other separators, behind an alias), and many that are about nobody. All are in force from the first day on, to the end. The same options
 * give the same alerts.
 * @throws {RangeError} at once, if an option is out of its range
 */
export function generateAlerts(options: GenerateAlertsOptions): Generator<SyntheticAlert, void, undefined> {
  const { seed, from = "2026-01-01", days = 180, declarations, planted, noise } = options;
  for (const [name, value] of Object.entries({ planted, noise })) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name}: expected an integer from 0 on, received ${quote(value)}`);
  }
  const records = generateDeclarations({ seed, from, days, count: declarations });
  return generate(records, { seed, from, days, planted, noise });
}

type Settings = Required<Omit<GenerateAlertsOptions, "declarations">>;

function* generate(records: Iterable<SyntheticDeclaration>, settings: Settings): Generator<SyntheticAlert, void, undefined> {
  let index = 0;
  for (const { declaration, outcome } of settings.planted === 0 ? [] : records) {
    if (!outcome.finding) continue;
    const random = createRandom(settings.seed, index, STREAM_PLANTED);
    // one disguise after the other, so that each has its share
    const { subject, as } = disguise(declaration, DISGUISES[index % DISGUISES.length] as Disguise, random);
    yield deepFreeze({ alert: alertOf(`P-${index}`, subject, settings, random), planted: { declarationId: declaration.id, disguise: as } });
    index += 1;
    if (index === settings.planted) break;
  }
  for (let at = 0; at < settings.noise; at += 1) {
    const random = createRandom(settings.seed, at, STREAM_NOISE);
    yield deepFreeze({ alert: alertOf(`N-${at}`, subjectOfNobody(at, random), settings, random) });
  }
}

function alertOf(id: string, subject: AlertSubject, { from, days }: Settings, random: Random): Alert {
  const channel = random.pick(CHANNELS);
  const start = `${from}T00:00:00+07:00`;
  return {
    id,
    channel,
    originator: `EXAMPLE-${channel.toUpperCase()}`,
    originatorReference: `X-${id}`,
    receivedAt: start,
    validFrom: start,
    validUntil: startOfDayAfter(start, days + 1),
    subjects: [subject],
    grading: random.pick(GRADINGS),
    handling: { tlp: random.pick(LABELS) },
    requestedAction: random.pick(["monitor", "documentCheck", "physicalExamination"]),
    feedback: { dueAt: startOfDayAfter(start, 1 + random.integer(7, 60)) },
  };
}

function subjectOfNobody(at: number, random: Random): AlertSubject {
  switch (at % 4) {
    case 0:
    case 1:
      return { type: "company", names: [`${random.pick(["Công ty TNHH", "Công ty Cổ phần"])} ${random.pick(NOBODY)} ${random.integer(1_000, 9_999)}`] };
    case 2:
      return { type: "container", values: [`YYYU${random.integer(1_000_000, 9_999_999)}`] };
    default:
      return { type: "company", identifiers: [{ scheme: "vn-mst", code: inventTaxCode(FREE_SERIALS + random.integer(0, 99_999)) }] };
  }
}
