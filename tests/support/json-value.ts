import fc from "fast-check";

const key = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "then",
      "items",
      "id",
      "op",
      "of",
      "missing",
      "rules",
      "domains",
      "1",
      "",
    ),
  },
);

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, -0, 1e308, Number.MAX_SAFE_INTEGER + 2, "", " ", "0x10", "1e3", "\ud800", "a\u0000b", "2024-02-30", "∞"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.string({ maxLength: 12, unit: "grapheme" }),
);

/** Any JSON value as `JSON.parse` can give it: lone surrogates and `__proto__` as an own key included. */
export const jsonValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((entries) => {
      const object: Record<string, unknown> = {};
      for (const [name, value] of entries) Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
      return object;
    }),
  ),
})).value;

/** Replaces one place of a JSON value by another value, so that almost everything around it is sound. */
export function withOneFault<T>(sound: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.tuple(sound, fc.nat(), jsonValue).map(([value, place, fault]) => replaceAt(value, place, fault));
}

function replaceAt(value: unknown, place: number, fault: unknown): unknown {
  const paths = pathsOf(value, []);
  const path = paths[place % paths.length] ?? [];
  return put(value, path, fault);
}

function pathsOf(value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner: [string | number, unknown][] = Array.isArray(value) ? value.map((member, index) => [index, member]) : Object.entries(value);
  return [path, ...inner.flatMap(([step, member]) => pathsOf(member, [...path, step]))];
}

function put(value: unknown, path: readonly (string | number)[], fault: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return fault;
  if (Array.isArray(value)) return value.map((member, index) => (index === step ? put(member, rest, fault) : member));
  return Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, name === step ? put(member, rest, fault) : member]));
}
