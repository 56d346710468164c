import { call, caseWhen, double, type Expression, operation } from "./expression.js";

/** A double rounded half away from zero to a whole double; the expression is written three times, so it should be short. */
export function roundHalfAway(x: Expression): Expression {
  const whole = call("truncate", x);
  const fraction = operation(x, "-", whole);
  const step = caseWhen(
    [
      [operation(fraction, ">=", double(0.5)), double(1)],
      [operation(fraction, "<=", double(-0.5)), double(-1)],
    ],
    double(0),
  );
  return operation(whole, "+", step);
}
