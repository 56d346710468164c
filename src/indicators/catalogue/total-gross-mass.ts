import type { Subject } from "../../model/subject.js";

/** The gross mass of all goods in kilograms: as stated for the whole, else the sum of the items where each states one. */
export function totalGrossMass(subject: Pick<Subject, "grossMassKg" | "items">): number | undefined {
  return subject.grossMassKg ?? sumIfAllStated(subject.items.map(({ grossMassKg }) => grossMassKg));
}

/** The sum of values in thousandths; `undefined` where one is not stated, or there is none. */
export function sumIfAllStated(values: readonly (number | undefined)[]): number | undefined {
  if (values.length === 0) return undefined;
  let thousandths = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    thousandths += Math.round(value * 1_000);
  }
  return thousandths / 1_000;
}
