import type { Assessment, Contribution, DomainAssessment, RuleOutcome } from "../assessment/assessment.js";
import { type FactPlace, failedFact, mistypedFact, unknownFact } from "../assessment/fact-issues.js";
import { select } from "../assessment/select.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { compareText } from "../core/canonical.js";
import type { Issue } from "../core/issue.js";
import { toProbability } from "../core/micropoints.js";
import { ENGINE_VERSION } from "../core/version.js";
import type { IndicatorType } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { FAILED_BECAUSE, MISSING_SUFFIX, MISTYPED } from "./fact-columns.js";

/** A row of a result by column; integers may be numbers, bigints or texts. */
export type ResultRow = Readonly<Record<string, unknown>>;

/** All rows about one declaration: its row of facts, those of its items, and what the four queries gave. */
export interface DeclarationRows {
  readonly header: ResultRow;
  readonly itemFacts: readonly ResultRow[];
  readonly channels: ResultRow;
  readonly items: readonly ResultRow[];
  readonly contributions: readonly ResultRow[];
  readonly rules: readonly ResultRow[];
}

/** What a row of facts says of the declaration itself. */
export function headOf(header: ResultRow): Pick<Facts, "id" | "asOf" | "currency" | "identities"> {
  const { id, as_of: asOf, currency, identities } = header;
  return {
    id: String(id),
    asOf: String(asOf),
    ...(typeof currency === "string" ? { currency } : {}),
    ...(typeof identities === "string" ? { identities: JSON.parse(identities) as NonNullable<Facts["identities"]> } : {}),
  };
}

/** The assessment that the rows of a declaration are, the same as `assess` gives of its facts. The declaration is not refused. */
export function assessmentOfRows(profile: CompiledProfile, rows: DeclarationRows, selectionKey?: SelectionKey): Assessment {
  const { document } = profile;
  const { id, asOf, identities } = headOf(rows.header);
  const domains = profile.domains.map((domain) => [domain.id, domainOf(domain, rows)] as const);
  const rank = (channel: string | undefined): number => (channel === undefined ? 0 : document.channels.indexOf(channel));
  const reached = {
    threshold: Math.max(0, ...domains.map(([, domain]) => rank(domain.channel))),
    mandatory: Math.max(0, ...domains.map(([, domain]) => rank(domain.mandatory))),
  };
  const facts: Facts = { id, asOf, header: {}, items: [], ...(identities === undefined ? {} : { identities }) };
  return {
    id,
    asOf,
    channel: String(rows.channels.channel),
    selection: select(document.selection, rank(document.selection.channel), reached, facts, selectionKey).result,
    profile: { id: document.id, version: document.version, fingerprint: profile.fingerprint },
    domains: Object.fromEntries(domains),
    engine: { version: ENGINE_VERSION },
    catalogue: { version: profile.catalogue.version },
    issues: issuesOf(profile, rows),
  };
}

function domainOf(domain: CompiledProfile["domains"][number], { channels, items, contributions, rules }: DeclarationRows): DomainAssessment {
  const micropoints = Number(channels[`${domain.id}_micropoints`]);
  const mandatory = channels[`${domain.id}_mandatory`];
  const own = (rows: readonly ResultRow[]): readonly ResultRow[] => rows.filter((row) => row.domain === domain.id);
  const outcomes = own(rules).map((row) => [String(row.name), row.outcome as RuleOutcome] as const);
  return {
    micropoints,
    probability: toProbability(micropoints),
    calibrated: domain.calibrated,
    channel: String(channels[`${domain.id}_channel`]),
    ...(typeof mandatory === "string" ? { mandatory } : {}),
    items: items.map((row) => ({ item: Number(row.item), micropoints: Number(row[`${domain.id}_micropoints`]) })),
    contributions: own(contributions).map((row) => ({
      kind: row.kind as Contribution["kind"],
      id: String(row.name),
      ...(row.item === null ? {} : { item: Number(row.item) }),
      micropoints: Number(row.micropoints),
    })),
    rules: Object.fromEntries(outcomes.toSorted(([a], [b]) => compareText(a, b))),
  };
}

/** What went wrong without stopping the assessment: header first, then item by item, each by name. */
function issuesOf(profile: CompiledProfile, { header, itemFacts }: DeclarationRows): readonly Issue[] {
  const unknown = typeof header.unknown === "string" ? (JSON.parse(header.unknown) as readonly (readonly [string, number?])[]) : [];
  const ofRow = (row: ResultRow, item?: number): readonly Issue[] => {
    const placeOf = (indicator: string): FactPlace => (item === undefined ? { indicator } : { indicator, item });
    const named = unknown.flatMap(([id, line]) => (line === item ? [[id, unknownFact(placeOf(id))] as const] : []));
    const failed = [...profile.reads].flatMap((id) => {
      const catalogued = profile.catalogue.indicators.get(id);
      const why = row[`${id}${MISSING_SUFFIX}`];
      if ((catalogued?.level === "item") !== (item !== undefined) || typeof why !== "string" || !why.startsWith("failed")) return [];
      return [[id, failureOf(placeOf(id), catalogued?.type ?? "text", why)] as const];
    });
    return [...named, ...failed].toSorted(([a], [b]) => compareText(a, b)).map(([, issue]) => issue);
  };
  return [...ofRow(header), ...itemFacts.flatMap((row) => ofRow(row, Number(row.item)))];
}

function failureOf(place: FactPlace, type: IndicatorType, why: string): Issue {
  if (why.startsWith(MISTYPED)) return mistypedFact(place, type, why.slice(MISTYPED.length));
  return failedFact(place, why.startsWith(FAILED_BECAUSE) ? why.slice(FAILED_BECAUSE.length) : undefined);
}
