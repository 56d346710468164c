import { expectation, shownExpectation } from "../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import type { IndicatorType } from "../indicators/fact.js";

/** Where a fact stands: the indicator, and the line number of the item; none for the header. */
export interface FactPlace {
  readonly indicator: string;
  readonly item?: number;
}

function pathOf({ indicator, item }: FactPlace): readonly PathStep[] {
  return item === undefined ? ["header", indicator] : ["items", item, indicator];
}

/** A fact that the catalogue does not have at its level. */
export function unknownFact(place: FactPlace): Issue {
  const expected = `${place.item === undefined ? "a header" : "an item"} indicator of the catalogue`;
  return createIssue("indicator.unknown", {
    ...expectation(pathOf(place), expected, place.indicator, "mend its spelling or level; it was not used"),
    severity: "warning",
    indicator: place.indicator,
  });
}

/** A fact whose value does not fit its indicator's type; `shown` is the value as `quote` shows it. */
export function mistypedFact(place: FactPlace, type: IndicatorType, shown: string): Issue {
  const issue = shownExpectation(pathOf(place), `a value of type ${type}`, shown, "give the type that the indicator declares; it counted as failed");
  return createIssue("fact.type", { ...issue, severity: "warning", ...place });
}

/** A fact whose computation failed, with why where that is known. */
export function failedFact(place: FactPlace, reason: string | undefined): Issue {
  const issue = expectation(pathOf(place), "a value", reason ?? "a failure without a reason", "mend the indicator's source");
  return createIssue("indicator.failed", { ...issue, severity: "warning", ...place });
}
