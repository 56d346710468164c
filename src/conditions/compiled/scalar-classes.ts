import type { ValueTest } from "../prepare.js";
import { type Classes, FIRST_VALUE, joinRanges, NO, YES, YES_NO_COUNT } from "./class.js";
import { codeClasses } from "./code-classes.js";
import { numberClasses } from "./number-classes.js";

/** The classes of an indicator with one value, fine enough for every one of the tests. */
export function scalarClasses(type: "boolean" | "number" | "code", tests: readonly ValueTest[]): Classes {
  const classes = type === "number" ? numberClasses(tests) : type === "code" ? codeClasses(tests) : BOOLEAN_CLASSES;
  return { ...classes, rangesOf: (test) => (test.kind === "present" ? [FIRST_VALUE, classes.count] : classes.rangesOf(test)) };
}

const BOOLEAN_CLASSES: Classes = {
  count: YES_NO_COUNT,
  classOf: (value) => (value === true ? YES : NO),
  rangesOf: (test) => {
    const has = (value: boolean): boolean => test.kind === "set" && test.set.has(value);
    return joinRanges([has(false) ? [NO, NO + 1] : [], has(true) ? [YES, YES + 1] : []]);
  },
};
