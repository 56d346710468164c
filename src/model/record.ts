import * as z from "zod";

/** The shape of a record: its keys and their schemas. */
type Shape = Readonly<Record<string, z.ZodType>>;

/** A strict object on which `null` at an optional key counts as absent; unknown keys are refused. */
export function record<S extends Shape>(shape: S): z.ZodPipe<z.ZodTransform, z.ZodObject<{ -readonly [K in keyof S]: S[K] }, z.core.$strict>> {
  const optionalKeys = Object.keys(shape).filter((key) => shape[key] instanceof z.ZodExactOptional);
  const schema = z.strictObject({ ...shape }) as z.ZodObject<{ -readonly [K in keyof S]: S[K] }, z.core.$strict>;
  return z.preprocess((input) => withoutNulls(input, optionalKeys), schema) as never;
}

function withoutNulls(input: unknown, keys: readonly string[]): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const object = input as Readonly<Record<string, unknown>>;
  if (!keys.some((key) => object[key] === null && Object.hasOwn(object, key))) return input;
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => value !== null || !keys.includes(key)));
}
