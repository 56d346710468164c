import * as z from "zod";
// not by way of `z.core`: bundlers then keep all of zod, its messages in fifty languages among it
import * as core from "zod/v4/core";

/** The shape of a record: its keys and their schemas. */
type Shape = Readonly<Record<string, z.ZodType>>;

/** The schema of a record whose values a shape gives. */
type RecordSchema<S extends Shape> = z.ZodType<z.output<z.ZodObject<{ -readonly [K in keyof S]: S[K] }, z.core.$strict>>>;

interface RecordDef extends z.core.$ZodTypeDef {
  readonly type: "custom";
  readonly shape: Shape;
}

/**
 * A strict object on which `null` at an optional key counts as absent; unknown keys are refused, and the keys of the result stand in
 * the order of the shape. Unlike zod's own object, it passes over optional keys that are absent: they are most of a declaration's.
 */
export function record<S extends Shape>(shape: S): RecordSchema<S> {
  return new StrictRecord({ type: "custom", shape }) as unknown as RecordSchema<S>;
}

type Constructor = z.core.$constructor<z.ZodType, RecordDef>;

// the init of the classic type gives the methods, such as `refine`
const Base: { readonly init: Constructor["init"] } = z.ZodType as unknown as Constructor;

const StrictRecord: Constructor = core.$constructor("StrictRecord", (instance: z.ZodType, definition: RecordDef) => {
  Base.init(instance, definition);
  const inst = instance as z.core.$ZodType;
  const members = Object.entries(definition.shape).map(([key, schema]) => ({ key, schema, isOptional: schema instanceof z.ZodExactOptional }));
  instance._zod.parse = (payload, context) => {
    const input = payload.value;
    if (typeof input !== "object" || input === null || Array.isArray(input)) {
      payload.issues.push({ code: "invalid_type", expected: "object", input, inst });
      return payload;
    }
    const object = input as Readonly<Record<string, unknown>>;
    const value: Record<string, unknown> = {};
    let known = 0;
    for (const { key, schema, isOptional } of members) {
      const isPresent = Object.hasOwn(object, key);
      if (isPresent) known += 1;
      if (isOptional && (!isPresent || object[key] === null)) continue;
      // no schema of the model waits for anything
      const result = schema._zod.run({ value: isPresent ? object[key] : undefined, issues: [] }, context) as z.core.ParsePayload;
      // one by one: a long list spread into arguments overflows the stack
      if (result.issues.length > 0) for (const issue of core.util.prefixIssues(key, result.issues)) payload.issues.push(issue);
      value[key] = result.value;
    }
    const keys = Object.keys(object);
    if (keys.length > known) {
      const unknown = keys.filter((key) => !Object.hasOwn(definition.shape, key));
      payload.issues.push({ code: "unrecognized_keys", keys: unknown, input: object, inst, continue: true });
    }
    payload.value = value;
    return payload;
  };
});
