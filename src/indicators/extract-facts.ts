import { compareText } from "../core/canonical.js";
import { roundDecimals } from "../core/decimal.js";
import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { createIssue, type Issue, type PathStep, quote } from "../core/issue.js";
import { failure, orThrow, type Result, settle, success } from "../core/result.js";
import type { HistoryReader } from "../history/reader.js";
import type { IntelligenceReader } from "../intelligence/reader.js";
import type { CurrencyCode } from "../model/codes.js";
import type { Consignment } from "../model/consignment.js";
import type { Declaration } from "../model/declaration.js";
import { convertMoney, type ExchangeRate } from "../model/exchange-rate.js";
import { type Subject, subjectOf } from "../model/subject.js";
import { type Reference, standardReference } from "../reference/reference.js";
import type { Catalogue } from "./define-catalogue.js";
import { type Fact, type FactValue, failed, hasType, isMissing, isMissingKind, type MissingFact, type MissingKind } from "./fact.js";
import type { FactSet, Facts, SuppliedFact } from "./facts.js";
import type { AnyIndicator, Extracted, HeaderContext, ItemContext } from "./indicator.js";
import { selectionIdentities } from "./selection-identity.js";

/** A value that stands in for an indicator's own computation. */
export interface SuppliedValue extends SuppliedFact {
  readonly value: Fact;
}

/** What facts are extracted with. */
export interface ExtractOptions {
  /** The moment of the assessment; nothing known later is read. */
  readonly asOf: Instant;
  readonly catalogue: Catalogue;
  /** The currency that amounts are stated in; without it amounts stay in each item's own currency only if all agree. */
  readonly currency?: CurrencyCode;
  /** The caller's dated rates, for amounts in another currency. */
  readonly rates?: readonly ExchangeRate[];
  readonly history?: HistoryReader;
  readonly intelligence?: IntelligenceReader;
  readonly supplied?: readonly SuppliedValue[];
  /** Only these indicators are computed, such as those that a compiled profile `reads`; unless told, all of the catalogue. */
  readonly only?: ReadonlySet<string>;
  /** The consignments of a manifest that the declaration's transport documents name, see `linkByTransportDocument`. */
  readonly consignments?: readonly Consignment[];
  /** The reference lists that indicators compare with; {@link standardReference} unless told. */
  readonly reference?: Reference;
}

/**
 * Computes the value of every indicator of the catalogue, or of those wanted, at `asOf`, of a declaration or of a consignment by itself. An indicator whose code throws or gives a value of
 * the wrong type yields a `failed` fact with the reason; a supplied value that is unknown, of the wrong type or not yet
 * known at `asOf` is an issue.
 */
export function extractFacts(scored: Declaration | Consignment, options: ExtractOptions): Result<Facts> {
  if (parseInstant(options.asOf) === undefined) return failure(invalidAsOf(options.asOf));
  const declaration = subjectOf(scored);
  const supplied = options.supplied ?? [];
  const usable = settle(
    [...supplied.flatMap((value, index) => checkSupplied(value, declaration, options, ["supplied", index])), ...repeatedValues(supplied)],
    () => undefined,
  );
  if (!usable.ok) return usable;

  const currency = options.currency ?? commonCurrency(declaration);
  const context = headerContext(declaration, options, currency);
  const { only } = options;
  const indicators = [...options.catalogue.indicators.values()].filter(({ id }) => only === undefined || only.has(id));
  const ofHeader = indicators.filter(({ level }) => level === "header");
  const ofItems = indicators.filter(({ level }) => level === "item");
  const items = [...declaration.items].sort((a, b) => a.lineNumber - b.lineNumber);
  const origins = supplied.filter(({ indicator }) => only === undefined || only.has(indicator)).map(({ value: _, ...origin }) => origin);
  return success(
    deepFreeze({
      id: declaration.id,
      asOf: options.asOf,
      ...(currency === undefined ? {} : { currency }),
      header: factSet(ofHeader, context, suppliedAt(supplied, undefined)),
      items: items.map((item) => ({
        item: item.lineNumber,
        values: factSet(ofItems, { ...context, item }, suppliedAt(supplied, item.lineNumber)),
      })),
      identities: selectionIdentities(declaration),
      ...(origins.length === 0 ? {} : { supplied: origins }),
    }),
  );
}

/**
 * {@link extractFacts} that throws.
 * @throws {IssueError} if a supplied value cannot be used, or `asOf` is no instant
 */
export function extractFactsOrThrow(scored: Declaration | Consignment, options: ExtractOptions): Facts {
  return orThrow(extractFacts(scored, options));
}

/** What the indicators of a declaration may read; items add theirs. */
export function headerContext(declaration: Subject, options: ExtractOptions, currency: CurrencyCode | undefined): HeaderContext {
  const { asOf, rates = [], history, intelligence, consignments, reference = standardReference } = options;
  return {
    declaration,
    asOf,
    reference,
    convert: (money) => (currency === undefined ? undefined : convertMoney(money, currency, rates, asOf)),
    ...(history === undefined ? {} : { history }),
    ...(intelligence === undefined ? {} : { intelligence }),
    ...(consignments === undefined ? {} : { consignments }),
  };
}

/** The fact of one indicator, as {@link extractFacts} gives it where nothing is supplied; the context is of the indicator's level. */
export function factOf(indicator: AnyIndicator, context: HeaderContext | ItemContext): Fact {
  return normalise(indicator, compute(indicator, context));
}

function invalidAsOf(asOf: unknown): Issue {
  return createIssue(
    "time.invalid",
    expectation(["asOf"], "an instant (RFC 3339 with offset)", asOf, "pass the moment of the assessment; the clock is never read"),
  );
}

/** The one currency of all amounts of a declaration's items and totals, else `undefined`. */
function commonCurrency(declaration: Subject): CurrencyCode | undefined {
  const amounts = [declaration.invoiceTotal, declaration.freight, declaration.insurance, ...declaration.items.map((item) => item.customsValue)];
  const currencies = new Set(amounts.flatMap((money) => (money === undefined ? [] : [money.currency])));
  const [only] = currencies;
  return currencies.size === 1 ? only : undefined;
}

function suppliedAt(supplied: readonly SuppliedValue[], line: number | undefined): ReadonlyMap<string, Fact> {
  return new Map(supplied.filter((value) => value.item === line).map((value) => [value.indicator, value.value]));
}

function factSet(indicators: readonly AnyIndicator[], context: HeaderContext | ItemContext, supplied: ReadonlyMap<string, Fact>): FactSet {
  // assigned one by one, so many keys would make an object that is slow to read
  return Object.fromEntries(indicators.map((indicator) => [indicator.id, normalise(indicator, supplied.get(indicator.id) ?? compute(indicator, context))]));
}

function compute(indicator: AnyIndicator, context: HeaderContext | ItemContext): Fact {
  try {
    // an item indicator only ever meets an ItemContext: factSet pairs them by level
    const extracted = (indicator.extract as (context: HeaderContext | ItemContext) => Extracted<AnyIndicator["type"]>)(context);
    return extracted === undefined ? MISSING[indicator.missing] : extracted;
  } catch (error) {
    return failed(`the indicator threw ${quote(error instanceof Error ? error.message : String(error))}`);
  }
}

/** Brings a value into the one form that facts have: numbers at their decimals, codes sorted without repetitions. */
function normalise(indicator: AnyIndicator, fact: Fact): Fact {
  if (isMissing(fact) && isMissingKind(fact.missing)) return normaliseMissing(fact);
  if (isMissing(fact) || !hasType(fact, indicator.type)) return failed(`expected a value of type ${indicator.type}, received ${quote(fact)}`);
  return normaliseValue(indicator, fact);
}

/** Missing facts without a reason: most facts are, so that they share these. */
const MISSING: { readonly [Kind in MissingKind]: MissingFact } = deepFreeze({
  absent: { missing: "absent" },
  failed: { missing: "failed" },
  notApplicable: { missing: "notApplicable" },
});

/** The most characters of a reason that are kept. */
const MAX_REASON = 1_000;

function normaliseMissing(fact: MissingFact): MissingFact {
  return typeof fact.reason === "string" ? { missing: fact.missing, reason: fact.reason.slice(0, MAX_REASON).toWellFormed() } : MISSING[fact.missing];
}

function normaliseValue(indicator: AnyIndicator, value: FactValue): Fact {
  if (typeof value === "number") return roundDecimals(value, indicator.decimals ?? 0) ?? failed(`the number ${quote(value)} leaves the exact range`);
  if (typeof value === "object") return [...new Set(value)].sort(compareText);
  return value;
}

/** An issue for every value that is supplied for a place that has one already. */
function repeatedValues(supplied: readonly SuppliedValue[]): readonly Issue[] {
  const places = new Set<string>();
  return supplied.flatMap(({ indicator, item }, index) => {
    const place = `${indicator} ${item ?? ""}`;
    const isRepeated = places.has(place);
    places.add(place);
    if (!isRepeated) return [];
    const issue = expectation(["supplied", index], "one value per indicator and item", indicator, "supply the one that counts");
    return [createIssue("value.duplicate", { ...issue, key: indicator })];
  });
}

function checkSupplied(value: SuppliedValue, declaration: Subject, options: ExtractOptions, path: readonly PathStep[]): readonly Issue[] {
  const indicator = options.catalogue.indicators.get(value.indicator);
  const say = (step: string, expected: string, received: unknown, remedy: string) => expectation([...path, step], expected, received, remedy);
  if (indicator === undefined) {
    return [
      createIssue("indicator.unknown", {
        ...say("indicator", "an indicator of the catalogue", value.indicator, "mend its spelling, or add it to the catalogue"),
        indicator: value.indicator,
      }),
    ];
  }
  const issues: Issue[] = [];
  const isLine = value.item !== undefined && declaration.items.some((item) => item.lineNumber === value.item);
  if (indicator.level === "item" ? !isLine : value.item !== undefined) {
    const expected = indicator.level === "item" ? "the line number of an item" : "no item for a header indicator";
    issues.push(
      createIssue("indicator.misused", { ...say("item", expected, value.item, "name the place that the value belongs to"), indicator: indicator.id }),
    );
  }
  if (!isMissing(value.value) && !hasType(value.value, indicator.type)) {
    issues.push(
      createIssue("fact.type", {
        ...say("value", `a value of type ${indicator.type}`, value.value, "supply the type that the indicator declares"),
        indicator: indicator.id,
      }),
    );
  }
  const known = parseInstant(value.knownAt);
  const asOf = parseInstant(options.asOf) ?? Number.NaN;
  if (known === undefined || known > asOf) {
    issues.push(
      createIssue("fact.notYetKnown", {
        ...say("knownAt", `an instant no later than ${options.asOf}`, value.knownAt, "supply only what was known at `asOf`"),
        indicator: indicator.id,
      }),
    );
  }
  return issues;
}
