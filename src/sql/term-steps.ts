import { logit } from "../core/logarithm.js";
import { MICROPOINTS_PER_POINT, POINTS_PER_LOGIT, toMicropoints } from "../core/micropoints.js";
import type { CrossTerm, LinearTerm, ModelTerm, RepeatTerm } from "../profile/model-document.js";
import { MAX_STANDARDISED } from "../profile/score-term.js";
import type { Branch } from "./expression.js";
import { and, call, caseWhen, column, double, type Expression, FALSE, integer, isNull, NULL, not, operation, or, switchOf, TRUE, text } from "./expression.js";
import type { NumberedTerm } from "./levels.js";
import type { Places } from "./places.js";
import type { OutputColumn } from "./query.js";
import { addStep, type QueryBuilder } from "./query-builder.js";
import { roundHalfAway } from "./rounding.js";

/** The largest count that a repeat term tells apart. */
const MAX_COUNT = 1e9;

type NumberedRepeat = NumberedTerm & { readonly term: RepeatTerm };

function isRepeat(term: NumberedTerm): term is NumberedRepeat {
  return term.term.kind === "repeat";
}

const contribution = ({ number }: NumberedTerm): string => `_term_${number}`;
const raw = ({ number }: NumberedTerm): string => `_raw_${number}`;

/** The micropoints of a term, read from a relation. */
export function termMicropoints(term: NumberedTerm, alias: string): Expression {
  return column(contribution(term), alias);
}

/** What terms come to where no rounding is needed, else the doubles to be rounded. */
export function termColumns(terms: readonly NumberedTerm[], places: Places): readonly OutputColumn[] {
  return terms.flatMap((numbered): readonly OutputColumn[] => {
    const { id, term } = numbered;
    const comment = `model / ${id}`;
    switch (term.kind) {
      case "linear":
        return [{ name: raw(numbered), expression: linear(term, places), comment }];
      case "repeat":
        return [
          { name: at(numbered, "inspected"), expression: inspected(term, places), comment },
          { name: at(numbered, "findings"), expression: findings(term, places) },
        ];
      default:
        return [{ name: contribution(numbered), expression: table(term, places), comment }];
    }
  });
}

/** The micropoints of the terms that are rounded. */
export function roundedColumns(terms: readonly NumberedTerm[], alias: string): readonly OutputColumn[] {
  return terms.flatMap((numbered) => {
    const { term } = numbered;
    if (term.kind !== "linear" && term.kind !== "repeat") return [];
    const points = column(raw(numbered), alias);
    const rounded = call("bigint", roundHalfAway(points));
    return [{ name: contribution(numbered), expression: caseWhen([[isNull(points), integer(toMicropoints(term.missing))]], rounded) }];
  });
}

/** A term whose values are entries of a table. */
function table(term: Exclude<ModelTerm, LinearTerm | RepeatTerm>, places: Places): Expression {
  const points = (value: number): Expression => integer(toMicropoints(value));
  const missing = (indicators: readonly string[]): Branch => [or(indicators.map((indicator) => not(places.hasValue(indicator)))), points(term.missing)];
  switch (term.kind) {
    case "binned": {
      const value = places.value(term.indicator);
      const bins = term.edges.map((edge, bin): Branch => [operation(value, "<", double(edge)), points(term.points[bin] ?? 0)]);
      return caseWhen([missing([term.indicator]), ...bins], points(term.points[term.edges.length] ?? 0));
    }
    case "categorical": {
      const levels = term.levels.map((level): Branch => [literal(level.value), points(level.points)]);
      return caseWhen([missing([term.indicator])], switchOf(places.value(term.indicator), levels, points(term.unseen)));
    }
    case "cross": {
      const levels = term.levels.map((level): Branch => [and(level.at.map((at, part) => meets(term, part, at, places))), points(level.points)]);
      return caseWhen([missing(term.of.map((part) => part.indicator)), ...levels], points(term.unseen));
    }
  }
}

/** Whether a part of a cross is at a level. */
function meets(term: CrossTerm, part: number, at: string | number | boolean, places: Places): Expression {
  const { indicator = "", edges } = term.of[part] ?? {};
  const value = places.value(indicator);
  if (edges === undefined) return typeof at === "number" ? FALSE : operation(value, "=", literal(at));
  if (typeof at !== "number" || !Number.isInteger(at) || at < 0 || at > edges.length) return FALSE;
  const [low, high] = [edges[at - 1], edges[at]];
  return and([...(low === undefined ? [] : [operation(value, ">=", double(low))]), ...(high === undefined ? [] : [operation(value, "<", double(high))])]);
}

function literal(value: string | boolean): Expression {
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  return text(value);
}

/** The largest double that these guards use; the sum of two of them overflows. */
const MAX_DOUBLE = 1.79e308;

/**
 * A linear term in doubles, operation by operation as everywhere; `NULL` where its indicator has no value. Some engines take
 * an overflow or underflow of a double for an error, so that a value is limited to where the term has reached its limit, and
 * a distance that is nothing beside the scale counts as 0.
 */
function linear({ indicator, centre, scale, points, clamp: limits }: LinearTerm, places: Places): Expression {
  const value = places.value(indicator);
  const reach = Math.min(MAX_DOUBLE, scale * 1e308);
  const least = Math.max(limits?.min ?? -MAX_DOUBLE, centre - reach);
  const most = Math.min(limits?.max ?? MAX_DOUBLE, centre + reach);
  const low = least > -MAX_DOUBLE ? call("greatest", value, double(least)) : value;
  const clamped = most < MAX_DOUBLE ? call("least", low, double(most)) : low;
  const distance = operation(clamped, "-", double(centre));
  const standardised = operation(distance, "/", double(scale));
  const counts = Math.abs(points) * MAX_STANDARDISED * MICROPOINTS_PER_POINT >= 0.25;
  const micropoints = counts
    ? operation(operation(double(points), "*", clamp(standardised, -MAX_STANDARDISED, MAX_STANDARDISED)), "*", double(MICROPOINTS_PER_POINT))
    : double(0);
  const canVanish = scale > 1 && Math.abs(centre) < scale * 1e-280;
  const nothing: readonly Branch[] = canVanish ? [[operation(call("abs", distance), "<", double(scale * 1e-300)), double(0)]] : [];
  return caseWhen([[not(places.hasValue(indicator)), NULL], ...nothing], micropoints);
}

function clamp(x: Expression, min: number, max: number): Expression {
  return call("least", call("greatest", x, double(min)), double(max));
}

function at({ number }: NumberedTerm, what: string): string {
  return `_${what}_${number}`;
}

function bothKnown(term: RepeatTerm, places: Places): Expression {
  return and([places.hasValue(term.inspected), places.hasValue(term.findings)]);
}

/** How many were inspected, `n`; `NULL` where a side is missing. */
function inspected(term: RepeatTerm, places: Places): Expression {
  return caseWhen([[bothKnown(term, places), clamp(places.value(term.inspected), 0, MAX_COUNT)]]);
}

/** How many of them had a finding, `s`. */
function findings(term: RepeatTerm, places: Places): Expression {
  const limited = call("least", call("greatest", places.value(term.findings), double(0)), clamp(places.value(term.inspected), 0, MAX_COUNT));
  return caseWhen([[bothKnown(term, places), limited]]);
}

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const EVEN = [3.999999999940941908e-1, 2.222219843214978396e-1, 1.531383769920937332e-1] as const;
const ODD = [6.66666666666673513e-1, 2.857142874366239149e-1, 1.818357216161805012e-1, 1.479819860511658591e-1] as const;

/**
 * Adds the steps that take the logarithm of the odds of repeat terms as the library does, one operation after the other;
 * every step is read by the next, so that nothing is computed twice. Gives the relation that has `_raw_` columns.
 */
export function addRepeatSteps(builder: QueryBuilder, relation: string, alias: string, terms: readonly NumberedTerm[]): string {
  const repeats = terms.filter(isRepeat);
  if (repeats.length === 0) return relation;
  const stages: readonly (readonly [string, string, (repeat: NumberedRepeat, of: (what: string) => Expression) => readonly OutputColumn[]])[] = [
    [
      "odds",
      "the odds of a finding, from the findings among those inspected",
      (repeat, of) => [{ name: at(repeat, "odds"), expression: odds(repeat.term, of) }],
    ],
    ["powers", "the power of two in the odds, nearly", (repeat, of) => [{ name: at(repeat, "power"), expression: power(of) }]],
    [
      "fractions",
      "the odds without it",
      (repeat, of) => [{ name: at(repeat, "fraction"), expression: operation(of("odds"), "/", call("powerOfTwo", of("power"))) }],
    ],
    ["reduced", "the fraction f + 1 between the roots of 1/2 and 2, and its power of two", reduced],
    ["quotients", "s = f / (2 + f)", (repeat, of) => [{ name: at(repeat, "s"), expression: operation(of("f"), "/", operation(double(2), "+", of("f"))) }]],
    ["squares", "z = s * s", (repeat, of) => [{ name: at(repeat, "z"), expression: operation(of("s"), "*", of("s")) }]],
    ["fourths", "w = z * z", (repeat, of) => [{ name: at(repeat, "w"), expression: operation(of("z"), "*", of("z")) }]],
    ["logits", "the points of the terms for what was seen before", (repeat, of) => [{ name: raw(repeat), expression: repeatPoints(repeat.term, of) }]],
  ];
  return stages.reduce((from, [name, comment, columnsOf]) => {
    const columns = repeats.flatMap((repeat) => columnsOf(repeat, (what) => column(at(repeat, what), alias)));
    return addStep(builder, `${relation}_${name}`, comment, { star: alias, columns, from: { table: from, alias } });
  }, relation);
}

type Of = (what: string) => Expression;

function odds({ prior, baseRate }: RepeatTerm, of: Of): Expression {
  const up = operation(of("findings"), "+", double(prior * baseRate));
  const down = operation(operation(of("inspected"), "-", of("findings")), "+", double(prior * (1 - baseRate)));
  return caseWhen([[operation(of("inspected"), ">", double(0)), operation(up, "/", down)]]);
}

function power(of: Of): Expression {
  return call("floor", operation(call("logarithmOfTwo", of("odds")), "+", double(0.5)));
}

function reduced(repeat: NumberedRepeat, of: Of): readonly OutputColumn[] {
  const [fraction, exponent] = [of("fraction"), of("power")];
  const isGreat = operation(fraction, ">=", double(Math.SQRT2));
  const isSmall = operation(fraction, "<", double(Math.SQRT1_2));
  const mended = caseWhen(
    [
      [isGreat, operation(fraction, "/", double(2))],
      [isSmall, operation(fraction, "*", double(2))],
    ],
    fraction,
  );
  const shift = caseWhen(
    [
      [isGreat, double(1)],
      [isSmall, double(-1)],
    ],
    double(0),
  );
  return [
    { name: at(repeat, "f"), expression: operation(mended, "-", double(1)) },
    { name: at(repeat, "exponent"), expression: operation(exponent, "+", shift) },
  ];
}

function repeatPoints(term: RepeatTerm, of: Of): Expression {
  const [f, s, z, w, exponent] = [of("f"), of("s"), of("z"), of("w"), of("exponent")];
  const times = (a: Expression, b: Expression): Expression => operation(a, "*", b);
  const plus = (a: Expression, b: Expression): Expression => operation(a, "+", b);
  const minus = (a: Expression, b: Expression): Expression => operation(a, "-", b);
  const nested = (factor: Expression, coefficients: readonly number[]): Expression => {
    const [last = 0, ...rest] = [...coefficients].reverse();
    return times(
      factor,
      rest.reduce((inner, coefficient) => plus(double(coefficient), times(w, inner)), double(last)),
    );
  };
  const [high, low] = [times(exponent, double(LN2_HIGH)), times(exponent, double(LN2_LOW))];
  const half = times(times(double(0.5), f), f);
  const inner = plus(times(s, plus(half, plus(nested(z, ODD), nested(w, EVEN)))), low);
  const logarithm = caseWhen([[operation(f, "=", double(0)), plus(high, low)]], minus(high, minus(minus(half, inner), f)));
  const points = times(times(double(term.weight), minus(logarithm, double(logit(term.baseRate)))), double(POINTS_PER_LOGIT));
  return caseWhen([
    [operation(of("inspected"), "=", double(0)), double(0)],
    [operation(of("inspected"), ">", double(0)), times(points, double(MICROPOINTS_PER_POINT))],
  ]);
}
