import * as z from "zod";
import { type DeepReadonly, type Equal, exactly } from "../../src/core/schema.js";

interface Point {
  readonly x: number;
  readonly label?: string;
}

// a schema of exactly the interface compiles
export const sound: z.ZodType<Point> = exactly<Point>()(z.strictObject({ x: z.number(), label: z.exactOptional(z.string()) }));
// @ts-expect-error a key too many
exactly<Point>()(z.strictObject({ x: z.number(), label: z.exactOptional(z.string()), y: z.number() }));
// @ts-expect-error a key too few
exactly<Point>()(z.strictObject({ x: z.number() }));
// @ts-expect-error required in the schema, optional in the interface
exactly<Point>()(z.strictObject({ x: z.number(), label: z.string() }));
// @ts-expect-error optional in the schema, required in the interface
exactly<Point>()(z.strictObject({ x: z.exactOptional(z.number()), label: z.exactOptional(z.string()) }));
// @ts-expect-error optional in the sense of possibly undefined
exactly<Point>()(z.strictObject({ x: z.number(), label: z.string().optional() }));
// @ts-expect-error another type
exactly<Point>()(z.strictObject({ x: z.string(), label: z.exactOptional(z.string()) }));
// @ts-expect-error a wider type
exactly<Point>()(z.strictObject({ x: z.union([z.number(), z.string()]), label: z.exactOptional(z.string()) }));
// @ts-expect-error nullable
exactly<Point>()(z.strictObject({ x: z.number().nullable(), label: z.exactOptional(z.string()) }));
// @ts-expect-error a loose object
exactly<Point>()(z.looseObject({ x: z.number(), label: z.exactOptional(z.string()) }));
// @ts-expect-error anything at all
exactly<Point>()(z.any());

type Assert<T extends true> = T;
type Refute<T extends false> = T;
export type Proofs = [
  Assert<Equal<{ a: 1 }, { a: 1 }>>,
  Refute<Equal<{ a: 1 }, { a?: 1 }>>,
  Refute<Equal<{ a: 1 }, { readonly a: 1 }>>,
  Refute<Equal<unknown, never>>,
  // biome-ignore lint/suspicious/noExplicitAny: that `any` equals nothing else is the point
  Refute<Equal<any, string>>,
  Assert<Equal<DeepReadonly<{ a: { b: string[] }[] }>, { readonly a: readonly { readonly b: readonly string[] }[] }>>,
  Assert<Equal<DeepReadonly<string | number[]>, string | readonly number[]>>,
];
