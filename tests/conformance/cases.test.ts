import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assessmentJsonSchema, assessmentShape } from "../../src/assessment/assessment-json-schema.js";
import { type Facts, parseFacts } from "../../src/indicators/facts.js";
import { factsJsonSchema } from "../../src/indicators/facts-json-schema.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { profileJsonSchema } from "../../src/profile/profile-json-schema.js";
import { differencesFrom, readConformanceCases } from "../../src/testing/conformance.js";
import { root } from "../package/built.js";
import { type CatalogueDocument, catalogueOf } from "../support/catalogue-document.js";
import { referenceAnswer, writeCases } from "./write-cases.js";

const file = join(root, "docs/conformance/cases.jsonl");

const SCHEMAS = { profile: profileJsonSchema(), facts: factsJsonSchema(), assessment: assessmentJsonSchema() };

// `npm run conformance:write` writes the files anew
if (process.env.CONSIGNMENT_RISK_WRITE_CASES === "1") {
  writeFileSync(file, `${writeCases().join("\n")}\n`);
  for (const [name, schema] of Object.entries(SCHEMAS)) writeFileSync(schemaFile(name), `${JSON.stringify(schema, null, 2)}\n`);
}

function schemaFile(name: string): string {
  return join(root, `docs/conformance/${name}.schema.json`);
}

const text = readFileSync(file, "utf8");
const read = readConformanceCases(text);
const cases = read.ok ? read.value : [];

describe("the cases of the specification", () => {
  it("are at least 500, in less than 2 MB", () => {
    expect(read.ok).toBe(true);
    expect(cases.length).toBeGreaterThanOrEqual(500);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
  });

  it("are what the plain evaluator says, under the catalogue in the file", () => {
    // cases under one profile follow each other
    let [document, profile]: readonly [unknown, CompiledProfile | undefined] = [undefined, undefined];
    for (const { line, request, expected } of cases) {
      if (profile === undefined || request.profile !== document) {
        document = request.profile;
        profile = compileProfileOrThrow(document, { catalogue: catalogueOf(request.catalogue as unknown as CatalogueDocument) });
      }
      const { selectionKey } = request;
      const asked = { facts: request.facts as unknown as Facts, ...(typeof selectionKey === "string" ? { selectionKey } : {}) };
      expect(differencesFrom(expected, referenceAnswer(profile, asked)), `line ${line}`).toEqual([]);
    }
  });

  it("hold every operator, kind of derived indicator, kind of term, outcome, refusal and issue", () => {
    for (const op of [
      "eq",
      "in",
      "prefix",
      "containsAny",
      "between",
      "gt",
      "gte",
      "lt",
      "lte",
      "present",
      "anyItem",
      "countItems",
      "all",
      "any",
      "atLeast",
      "not",
    ]) {
      expect(text).toContain(`"op":"${op}"`);
    }
    for (const kind of ["ratio", "difference", "sum", "share", "linear", "binned", "categorical", "cross", "repeat", "random"]) {
      expect(text).toContain(`"kind":"${kind}"`);
    }
    for (const outcome of ["fired", "undetermined", "notApplicable", "superseded"]) expect(text).toContain(`":"${outcome}"`);
    for (const refused of ["time.invalid", "profile.notInForce", "money.currency", "selection.key"]) expect(text).toContain(`{"refused":"${refused}"}`);
    for (const code of ["indicator.unknown", "indicator.failed", "fact.type"]) expect(text).toContain(`"code":"${code}"`);
  });

  it("have the shapes that the schemas say, but for moments and facts that are wrong on purpose", () => {
    for (const [name, schema] of Object.entries(SCHEMAS)) expect(JSON.parse(readFileSync(schemaFile(name), "utf8"))).toEqual(schema);
    for (const { line, request, expected } of cases) {
      if (typeof expected === "object" && expected !== null && "refused" in expected) continue;
      expect(assessmentShape.safeParse(expected).error?.issues, `line ${line}`).toBeUndefined();
      expect(parseFacts(request.facts).ok, `line ${line}`).toBe(true);
    }
  });

  it("come out the same every time", () => {
    expect(writeCases({ profiles: 3 })).toEqual(writeCases({ profiles: 3 }));
  });
});
