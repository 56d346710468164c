import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { parseCsvMapping } from "../../src/adapters/csv/mapping.js";
import { exportDecisionTableOrThrow } from "../../src/adapters/decision-table/export-decision-table.js";
import { importDecisionTableOrThrow } from "../../src/adapters/decision-table/import-decision-table.js";
import { readJsonRecords } from "../../src/adapters/read-json-records.js";
import { assess, assessOrThrow } from "../../src/assessment/assess.js";
import { isDrawn } from "../../src/assessment/select.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { traceRule } from "../../src/assessment/trace-rule.js";
import { jsonLine } from "../../src/cli/files.js";
import { expectation } from "../../src/core/expectation.js";
import { createIssue, formatIssue } from "../../src/core/issue.js";
import { parseJson } from "../../src/core/json.js";
import { foldText, foldWords } from "../../src/core/text.js";
import { explainOrThrow } from "../../src/explanation/explain.js";
import { renderText } from "../../src/explanation/render-text.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFacts } from "../../src/indicators/extract-facts.js";
import { parseFacts } from "../../src/indicators/facts.js";
import { parseDeclaration, parseDeclarationOrThrow } from "../../src/model/parse.js";
import { compileProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import type { Rule } from "../../src/profile/rule.js";
import { parseCases } from "../../src/testing/cases.js";
import { runCases } from "../../src/testing/run-cases.js";
import {
  ANY_ITEM,
  AS_OF,
  assessWith,
  compile,
  compileRule,
  declaration,
  expectHarmless,
  expectRefusal,
  factsOf,
  findsPhrase,
  item,
  parse,
  parseItem,
  profile,
  rule,
} from "./support.js";

interface Entry {
  readonly id: string;
  readonly class: string;
  readonly target: string;
  /** A JavaScript expression. */
  readonly js: string;
  readonly expect: string;
}

const entries: readonly Entry[] = JSON.parse(readFileSync(new URL("hostile-inputs.json", import.meta.url), "utf8"));

/** What does not exist yet, or is tried elsewhere. */
const NOT_YET: Readonly<Record<string, string>> = {
  H088: "every page has tests of its own that try it in every text",
  H090: "every page has tests of its own that try it in every text",
  H092: "every page has tests of its own that try it in every text",
  H094: "every page has tests of its own that try it in every text",
  H101: "there is no SQL export yet",
  H103: "there is no SQL export yet",
  H111: "alerts have no handling restrictions yet",
};

const AMOUNT = "items[0].customsValue.amount";

function parseAmount(amount: unknown) {
  return parseItem({ customsValue: { amount, currency: "USD" } });
}

function refusesNumber(value: unknown): void {
  expectRefusal(parseItem({ netMassKg: value }), "value.type", "items[0].netMassKg");
  expectRefusal(parseAmount(value), "value.type", AMOUNT);
}

/** Every place that a calendar date or instant can stand in. */
function refusesTime(value: unknown): void {
  expectRefusal(parse({ documents: [{ kind: "invoice", number: "1", issuedOn: value }] }), "time.invalid", "documents[0].issuedOn");
  for (const instant of [value, `${value}T00:00:00Z`, `${value}T00:00:00+07:00`]) {
    expectRefusal(parse({ registeredAt: instant }), "time.invalid", "registeredAt");
    expectRefusal(parse({ transport: { arrivalAt: instant } }), "time.invalid", "transport.arrivalAt");
    expectRefusal(compileRule(ANY_ITEM, { validity: { from: instant } }), "time.invalid", "domains.security.rules[0].validity.from");
    expectRefusal(compile(profile([], { validity: { from: "2026-01-01T00:00:00Z", to: instant } })), "time.invalid", "validity.to");
    expectRefusal(parseFacts({ id: "F", asOf: instant, header: {}, items: [] }), "time.invalid", "asOf");
  }
}

/** A formula in a text that an analyst writes stays a text in Excel, and comes back from the table as it was. */
function staysText(value: string): void {
  const texts = { title: { en: value }, reason: { en: value } };
  const domains = { security: [rule("formula", ANY_ITEM, { texts, basis: { kind: "operational", reference: value } }) as Rule] };
  const csv = exportDecisionTableOrThrow(domains);
  expect(csv.split(/[,\r\n]+/).filter((cell) => /^"?[\s\u00a0]*[=+\-@]/.test(cell))).toEqual([]);
  expect(importDecisionTableOrThrow(csv)).toEqual(domains);
}

/** A text of a declaration that reaches a terminal or a log: as an issue, as JSON, and in an explanation. */
function isShownHarmless(value: string): void {
  const issue = createIssue("value.invalid", expectation([value], "something else", value, "mend it"));
  expectHarmless(formatIssue(issue));
  const line = jsonLine({ [value]: value });
  expectHarmless(line);
  expect(JSON.parse(line)).toEqual({ [value]: value });

  const description = `scrap ${value} metal`;
  const compiled = compileProfileOrThrow(profile([rule("words", { op: "containsAny", indicator: "goodsDescription", values: ["scrap"] })]), {
    catalogue: standardCatalogue,
  });
  const facts = factsOf({ items: [item({ description })] });
  for (const language of ["en", "vi"] as const) {
    const explanation = explainOrThrow(assessOrThrow(compiled, facts), { profile: compiled, facts, language });
    const lines = renderText(explanation).trimEnd().split("\n");
    expect(lines.some((text) => text.includes("scrap"))).toBe(true);
    for (const text of lines) expectHarmless(text);
    expectHarmless(jsonLine(explanation));
    expect(JSON.parse(jsonLine(explanation))).toEqual(explanation);
  }
}

function unseenOperator(pattern: unknown): void {
  for (const op of ["regex", "matches", "pattern"]) {
    for (const fields of [{ value: pattern }, { pattern }, { values: [pattern] }]) {
      expectRefusal(compileRule({ op, indicator: "goodsDescription", ...fields }), "value.invalid", "domains.security.rules[0].when.op");
    }
  }
}

const HANDLERS: Readonly<Record<string, (value: unknown, entry: Entry) => void | Promise<void>>> = {
  H001: (value) => {
    expectRefusal(parseDeclaration(value), "value.unknownKey", "__proto__");
    expectRefusal(parseDeclaration({ ...declaration(), ...JSON.parse('{"items":[{"__proto__":{"valueUsd":1}}]}') }), "value.unknownKey", "items[0].__proto__");
    expectRefusal(parseDeclaration(Object.assign({}, declaration(), { parties: Object.create({ importer: { name: "x" } }) })), "value.notPlain", "parties");
    expectRefusal(parseDeclaration(Object.assign(Object.create({ direction: "import" }), declaration())), "value.notPlain", "(root)");
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).valueUsd).toBeUndefined();
  },
  H003: (path) => expectRefusal(compileRule({ op: "present", indicator: path }), "indicator.unknown", "domains.security.rules[0].when.indicator"),
  H005: (path) => {
    expectRefusal(compileRule({ op: "gt", indicator: path, value: 1 }, { level: "header" }), "indicator.unknown", "domains.security.rules[0].when.indicator");
    expectRefusal(compileRule({ op: "gt", indicator: "length", value: 1 }), "indicator.unknown", "domains.security.rules[0].when.indicator");
  },
  H007: (value) => {
    const id = String(value);
    const silent = assessWith([rule(id, { op: "prefix", indicator: "hsCode", values: ["99"] })], {});
    expect(Object.hasOwn(silent.domains.security?.rules ?? {}, id)).toBe(false);
    const compiled = compileProfileOrThrow(profile([rule(id, ANY_ITEM)]), { catalogue: standardCatalogue });
    const facts = factsOf({});
    const assessment = assessOrThrow(compiled, facts);
    expect(assessment.domains.security).toMatchObject({ micropoints: -5_000_000, rules: { [id]: "fired" } });
    const explanation = explainOrThrow(assessment, { profile: compiled, facts, language: "en" });
    expect(explanation.audience === "officer" && explanation.domains[0]?.reasons.map((reason) => reason.text)).toContain(`because of ${id}`);
    expect(traceRule(compiled, facts, "valueOf")).toBeUndefined();
    const cases = parseCases({
      schema: "consignment-risk/cases@1",
      cases: [{ name: "c", declaration: declaration(), expect: { rules: { fired: ["valueOf"] }, points: { toString: 1 } } }],
    });
    expect(cases.ok && runCases(compiled, cases.value)[0]?.failures).toEqual([
      'expected points in "toString", but the profile has no such domain',
      'rule "valueOf": expected fired, but the profile has no such rule',
    ]);
  },
  H009: (value) => {
    const name = String(value);
    const list = { title: { en: "List" }, date: "2026-01-01", source: "for tests", entries: ["010121"] };
    const when = { op: "in", indicator: "hsCode", values: { list: name } };
    expect(assessWith([rule("listed", when)], {}, { lists: { [name]: list } }).domains.security?.rules).toEqual({ listed: "fired" });
    expectRefusal(compileRule(when), "list.unknown", "domains.security.rules[0].when.values.list");
  },
  H011: (op) => {
    expectRefusal(compileRule({ op, indicator: "hsCode", values: ["01"] }), "value.invalid", "domains.security.rules[0].when.op");
    expectRefusal(compile(profile([], { derived: { x: { kind: op } } })), "value.invalid", "derived.x.kind");
  },
  H012: (value) => {
    const object = value as object;
    expectRefusal(
      parse({ items: [Object.defineProperties(item() as object, Object.getOwnPropertyDescriptors(object))] }),
      "value.notPlain",
      "items[0].valueUsd",
    );
    expectRefusal(parseFacts({ id: "F", asOf: AS_OF, header: object, items: [] }), "value.notPlain", "header.valueUsd");
    expectRefusal(compile(Object.defineProperties(profile([]), Object.getOwnPropertyDescriptors(object))), "value.notPlain", "valueUsd");
    expect("__n" in globalThis).toBe(false);
  },
  H014: (value) => {
    const [{ valueUsd }] = value as [{ valueUsd: number }];
    const items = [{ ...item(), customsValue: { amount: valueUsd, currency: "USD" } }];
    const input = declaration({ items });
    const rules = [rule("cheap", { op: "lte", indicator: "customsValue", value: valueUsd })];
    const document = profile(rules);
    const compiled = compileProfileOrThrow(document, { catalogue: standardCatalogue });
    const parsed = parseDeclarationOrThrow(input);
    const options = { asOf: AS_OF, catalogue: standardCatalogue, currency: "USD" };
    const assessed = () => {
      const facts = extractFacts(parsed, options);
      return facts.ok ? JSON.stringify(assessOrThrow(compiled, facts.value)) : undefined;
    };
    const before = assessed();
    Object.assign(items[0] ?? {}, { customsValue: { amount: 1e9, currency: "USD" }, hsCode: "999999" });
    items.push(items[0] as (typeof items)[0]);
    Object.assign(rules[0] ?? {}, { effect: { kind: "points", points: 900, undetermined: 0 } });
    document.domains = {};
    expect(before).toContain('"cheap":"fired"');
    expect(assessed()).toBe(before);
    const facts = extractFacts(parsed, options);
    expect(facts.ok && Object.isFrozen(facts.value.items[0]?.values)).toBe(true);
    const assessment = facts.ok ? assessOrThrow(compiled, facts.value) : undefined;
    expect(Object.isFrozen(assessment?.domains.security?.contributions)).toBe(true);
    expect(() => Object.assign(assessment?.domains.security?.contributions[0] ?? {}, { micropoints: 0 })).toThrow(TypeError);
    expect(() => Object.assign(parsed.items[0], { hsCode: "99" })).toThrow(TypeError);
    expect(() => Object.assign(compiled.document.domains, { other: {} })).toThrow(TypeError);
  },
  H015: (value) => {
    expectRefusal(parseAmount(value), "value.range", AMOUNT);
    expectRefusal(compileRule({ op: "gt", indicator: "netMass", value }), "value.range", "domains.security.rules[0].when.value");
    expectRefusal(parseFacts({ id: "F", asOf: AS_OF, header: { itemCount: value }, items: [] }), "value.range", "header.itemCount");
  },
  H017: (value) => {
    expect(value).toBe(Number.POSITIVE_INFINITY);
    expectRefusal(parseAmount(value), "value.range", AMOUNT);
  },
  H019: (value) => {
    expectRefusal(parseAmount(value), "value.range", AMOUNT);
    const largest = { amount: 9e12, currency: "USD" };
    const { header } = factsOf({ items: [item({ customsValue: largest }), item({ lineNumber: 2, customsValue: largest })] });
    expect(header.totalCustomsValue).toBe(1.8e13);
    const many = factsOf({ items: Array.from({ length: 9_999 }, (_, index) => item({ lineNumber: index + 1, customsValue: largest })) });
    expect(many.header.totalCustomsValue).toMatchObject({ missing: "failed", reason: expect.stringContaining("exact range") });
  },
  H021: (value) => {
    expectRefusal(parseItem({ lineNumber: value }), "value.range", "items[0].lineNumber");
    expectRefusal(parseItem({ packageCount: value }), "value.range", "items[0].packageCount");
    expectRefusal(parseItem({ quantity: { amount: value, unit: "C62" } }), "value.range", "items[0].quantity.amount");
  },
  H038: (value) => {
    const { valueUsd, quantity } = value as { valueUsd: number; quantity: number };
    const { items } = factsOf({
      items: [item({ customsValue: { amount: valueUsd, currency: "USD" }, netMassKg: quantity, grossMassKg: 10, packageCount: quantity })],
    });
    expect(items[0]?.values.unitValue).toEqual({ missing: "notApplicable", reason: expect.stringContaining("0") });
    expect(items[0]?.values.massPerPackage).toEqual({ missing: "notApplicable", reason: "there are no packages" });
    const derived = {
      price: {
        kind: "ratio",
        numerator: "customsValue",
        denominator: "netMass",
        meaning: { en: "price" },
        unit: "USD/kg",
        decimals: 2,
        ifMissing: "absent",
        ifZeroDivisor: "notApplicable",
      },
    };
    const fields = { items: [item({ customsValue: { amount: valueUsd, currency: "USD" }, netMassKg: quantity })] };
    const when = { op: "gte", indicator: "price", value: 0 };
    expect(assessWith([rule("priced", when)], fields, { derived }).domains.security?.rules).toEqual({});
    const missing = { items: [item({ customsValue: { amount: valueUsd, currency: "USD" } })] };
    expect(assessWith([rule("priced", when)], missing, { derived }).domains.security?.rules).toEqual({ priced: "undetermined" });
  },
  H040: (scale) => {
    const term = { id: "t", kind: "linear", indicator: "netMass", centre: 0, scale, points: 1, missing: 0 };
    const model = { base: 0, zero: "stated", terms: [term] };
    const domains = { security: { title: { en: "Security" }, rules: [], model, thresholds: {} } };
    expectRefusal(compile(profile([], { domains })), "value.range", "domains.security.model.terms[0].scale");
  },
  H023: refusesNumber,
  H025: refusesNumber,
  H027: (value) => {
    const { items } = factsOf({ items: [item({ netMassKg: value, customsValue: value })] });
    expect(items[0]?.values.netMass).toEqual({ missing: "absent" });
    expect(items[0]?.values.customsValue).toEqual({ missing: "absent" });
    const assessment = assessWith([rule("light", { op: "lt", indicator: "netMass", value: 10 })], { items: [item({ netMassKg: value })] });
    expect(assessment.domains.security?.rules).toEqual({ light: "undetermined" });
    expectRefusal(parseItem({ lineNumber: value }), "value.type", "items[0].lineNumber");
  },
  H029: refusesNumber,
  H031: refusesNumber,
  H033: refusesNumber,
  H035: (value) => {
    expectRefusal(parseItem({ netMassKg: value }), "value.tooLarge", "items[0].netMassKg");
    const refused = parseItem({ netMassKg: value });
    expect(refused.ok ? 0 : JSON.stringify(refused.issues).length).toBeLessThan(1_000);
  },
  H037: (value) => expectRefusal(parseItem({ netMassKg: value }), "value.notPlain", "items[0].netMassKg.valueOf"),
  H042: (value) => {
    expect(value).not.toBe("Nguyễn");
    expect(findsPhrase(["Nguyễn"], `shipper ${value}`)).toBe(true);
    expect(findsPhrase([String(value)], "shipper Nguyễn")).toBe(true);
    expect(findsPhrase(["Nguyễn"], "shipper Nguyen Van")).toBe(true);
  },
  H044: (value) => {
    expect(foldText(String(value))).toBe("smith");
    expect(findsPhrase(["SMITH"], `to ${value} and sons`)).toBe(true);
  },
  H046: (value) => {
    expect(findsPhrase(["gun"], `toy ${value} parts`)).toBe(true);
    expect(factsOf({ items: [item({ description: value })] }).items[0]?.values.hiddenCharacters).toBe(true);
    expect(factsOf({ items: [item({ description: "gun" })] }).items[0]?.values.hiddenCharacters).toBe(false);
  },
  H048: (value) => {
    expect(findsPhrase(["gun"], `toy ${value} parts`)).toBe(true);
    expect(factsOf({ items: [item({ description: value })] }).items[0]?.values.hiddenCharacters).toBe(true);
  },
  H050: async (value) => {
    expectRefusal(parse({ id: value }), "value.illFormedText", "id");
    expectRefusal(parse({ id: "A\ud801" }), "value.illFormedText", "id");
    expectRefusal(parse({ parties: { importer: { name: value } } }), "value.illFormedText", "parties.importer.name");
    const line = JSON.stringify({ declaration: declaration({ id: value }) });
    expect(line).toContain("\\ud800");
    for await (const record of readJsonRecords([line])) expectRefusal(record, "value.illFormedText", "declaration.id");
  },
  H052: (value) => {
    expectRefusal(parseItem({ originCountryCode: value }), "value.invalid", "items[0].originCountryCode");
    expectRefusal(parse({ transport: { departureCountryCode: value } }), "value.invalid", "transport.departureCountryCode");
  },
  H054: (value) => expectRefusal(parseItem({ hsCode: value }), "value.invalid", "items[0].hsCode"),
  H056: (value) => {
    const [spaced = "", dotted = "", dashed = "", digit = ""] = String(value).split(", ");
    // a word is looked for as a word; whoever fears separators writes the letters apart, which finds every separator
    for (const text of [spaced, dotted, dashed, digit]) expect(findsPhrase(["gun"], text)).toBe(false);
    for (const text of [spaced, dotted, dashed]) expect(findsPhrase(["g u n"], text)).toBe(true);
    expect(findsPhrase(["g u n"], digit)).toBe(false);
    expect(findsPhrase(["g u n"], "gun")).toBe(false);
  },
  H058: (value) => {
    const split = (value as { valueUsd: number }[]).map(({ valueUsd }, index) =>
      item({ lineNumber: index + 1, customsValue: { amount: valueUsd, currency: "USD" } }),
    );
    const total = 999 * 799 + 1;
    const rules = [rule("total", { op: "gte", indicator: "totalCustomsValue", value: total }, { level: "header" })];
    const forwards = assessWith(rules, { items: split });
    expect(forwards.domains.security?.rules).toEqual({ total: "fired" });
    expect(JSON.stringify(assessWith(rules, { items: [...split].reverse() }))).toBe(JSON.stringify(forwards));
    expect(factsOf({ items: split }).header.totalCustomsValue).toBe(total);
  },
  H059: (pattern) => {
    unseenOperator(pattern);
    // where a text is expected, a pattern is nothing but its letters
    const started = performance.now();
    expect(findsPhrase([String(pattern)], `${"a".repeat(19_000)}b`)).toBe(false);
    expect(findsPhrase([String(pattern)], "an a here")).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
  },
  H061: (value) => {
    const text = String(value);
    const started = performance.now();
    expect(foldWords(text)).toEqual(["x"]);
    expect(foldText(text).length).toBe(text.length);
    expectRefusal(parseItem({ description: text }), "value.tooLarge", "items[0].description");
    expect(findsPhrase(["x"], text.slice(-20_000))).toBe(true);
    expectRefusal(compile(profile([], { id: text })), "value.invalid", "id");
    expect(performance.now() - started).toBeLessThan(1_000);
  },
  H063: unseenOperator,
  H064: (value) => {
    const started = performance.now();
    const result = compileRule(value);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(["value.tooLarge"]);
    expect(performance.now() - started).toBeLessThan(1_000);
  },
  H066: (value) => {
    const started = performance.now();
    expectRefusal(parse({ items: value }), "value.tooLarge", "items");
    expect(performance.now() - started).toBeLessThan(1_000);
  },
  H068: (value) => {
    expectRefusal(parse({ extensions: { korea: value } }), "value.tooLarge", "extensions.korea");
    expectRefusal(parseFacts({ id: "F", asOf: AS_OF, header: value, items: [] }), "value.tooLarge", "header");
  },
  H069: (value) => {
    const result = parseJson(String(value), 10);
    expectRefusal(result, "json.duplicateKey", "points");
  },
  H071: refusesTime,
  H073: refusesTime,
  H075: refusesTime,
  H077: refusesTime,
  H079: (value) => {
    const { validFrom, validTo } = value as { validFrom: string; validTo: string };
    const validity = { from: `${validFrom}T00:00:00Z`, to: `${validTo}T00:00:00Z` };
    expectRefusal(compileRule(ANY_ITEM, { validity }), "time.inverted", "domains.security.rules[0].validity.to");
    expectRefusal(compile(profile([], { validity })), "time.inverted", "validity.to");
    expectRefusal(compile(profile([], { validity: { from: validity.from, to: validity.from } })), "time.inverted", "validity.to");
    // later by the clock on the wall, earlier in time
    const offsets = { from: "2025-01-01T01:00:00+00:00", to: "2025-01-01T02:00:00+07:00" };
    expectRefusal(compile(profile([], { validity: offsets })), "time.inverted", "validity.to");
  },
  H080: (value) => staysText(String(value)),
  H082: (value) => staysText(String(value)),
  H084: (value) => staysText(String(value)),
  H086: (value) => staysText(String(value)),
  H096: (value) => isShownHarmless(String(value)),
  H098: (value) => isShownHarmless(String(value)),
  H100: (value) => isShownHarmless(String(value)),
  H104: (value) => {
    const rules = [rule("any", ANY_ITEM)];
    const suggestive = assessWith(rules, { items: [item({ description: value })] });
    const plain = assessWith(rules, { items: [item({ description: "steel pipes" })] });
    expect(suggestive.channel).toBe("red");
    expect(JSON.stringify(suggestive)).toBe(JSON.stringify(plain));
  },
  H105: (value) => {
    const list = { title: { en: "L" }, date: "2026-01-01", source: "for tests", entries: ["x"], file: value };
    expectRefusal(compile(profile([], { lists: { l: list } })), "value.unknownKey", "lists.l.file");
    expectRefusal(compile(profile([], { include: value })), "value.unknownKey", "include");
    const when = { op: "in", indicator: "hsCode", values: { list: value } };
    expectRefusal(compileRule(when), "value.invalid", "domains.security.rules[0].when.values.list");
    const mapping = { schema: "consignment-risk/mapping@1", delimiter: ",", rows: "item", header: {}, item: {}, ignore: [], extensions: [], file: value };
    expectRefusal(parseCsvMapping(mapping), "value.unknownKey", "file");
    expectRefusal(parseCases({ schema: "consignment-risk/cases@1", cases: [], profile: value }), "value.unknownKey", "profile");
  },
  H106: () => {
    const rules = [rule("only", ANY_ITEM)];
    const { fingerprint } = compileProfileOrThrow(profile(rules), { catalogue: standardCatalogue });
    const changed = JSON.parse(JSON.stringify(profile(rules)).replace('"points":5', '"points":4'));
    expectRefusal(compileProfile(changed, { catalogue: standardCatalogue, expectedFingerprint: fingerprint }), "fingerprint.mismatch", "(root)");
    expect(compileProfile(profile(rules), { catalogue: standardCatalogue, expectedFingerprint: fingerprint }).ok).toBe(true);
    expect(assessWith(rules, {}).profile.fingerprint).toBe(fingerprint);
  },
  H108: () => {
    const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("a secret of the tests"));
    const drawn = (identity: readonly string[], id: string, document: string): boolean => {
      const selection = { channel: "red", randomRate: 0.5, identity };
      const compiled = compileProfileOrThrow(profile([], { selection }), { catalogue: standardCatalogue });
      expect(JSON.stringify(compiled.document)).not.toContain("secret");
      const transport = { documents: [{ level: "house", number: document }] };
      const parties = { importer: { identifier: { scheme: "tax", code: "0100000001" } } };
      return assessOrThrow(compiled, factsOf({ id, transport, parties }), { selectionKey }).selection.mechanisms.some(
        ({ kind, drawn }) => kind === "random" && drawn,
      );
    };
    const documents = Array.from({ length: 60 }, (_, index) => `B-${index}`);
    const first = documents.map((number) => drawn(["transportDocument", "firstDeclaration"], "D-1", number));
    const again = documents.map((number) => drawn(["transportDocument", "firstDeclaration"], "D-2", number));
    expect(again).toEqual(first);
    expect(new Set(first)).toEqual(new Set([true, false]));
    const byNumber = documents.map((number, index) => drawn(["firstDeclaration"], `D-${index}`, number));
    expect(byNumber).not.toEqual(documents.map((number, index) => drawn(["firstDeclaration"], `E-${index}`, number)));
  },
  H110: (value) => {
    const rate = Number(value);
    const drawnAt = (number: number, at: number): boolean => isDrawn({ id: "k", draw: () => number }, { kind: "firstDeclaration", values: ["D"] }, at);
    expect(drawnAt(0, 0)).toBe(false);
    expect(drawnAt(2 ** 53 - 1, 1)).toBe(true);
    const least = Math.ceil(rate * 2 ** 53);
    expect(drawnAt(least - 1, rate)).toBe(true);
    expect(drawnAt(least, rate)).toBe(false);
    expect(least).toBe(900_719_926);
    const selection = { channel: "red", randomRate: rate, identity: ["firstDeclaration"] };
    expect(compile(profile([], { selection })).ok).toBe(true);
    for (const randomRate of [-rate, 1 + rate]) {
      expectRefusal(compile(profile([], { selection: { ...selection, randomRate } })), "value.range", "selection.randomRate");
    }
  },
  H113: () => {
    const rules = [
      rule("told", ANY_ITEM, { texts: { title: { en: "t" }, reason: { en: "change consignee" }, declarant: { en: "Bring the permit." } } }),
      rule("untold", ANY_ITEM, { texts: { title: { en: "t" }, reason: { en: "change consignee" } } }),
    ];
    const compiled = compileProfileOrThrow(profile(rules), { catalogue: standardCatalogue });
    const facts = factsOf({});
    const explanation = explainOrThrow(assessOrThrow(compiled, facts), { profile: compiled, facts, language: "en", viewer: { role: "declarant" } });
    expect(explanation).toEqual({ audience: "declarant", language: "en", id: "D-1", asOf: AS_OF, channel: "red", notices: ["Bring the permit."] });
    expect(renderText(explanation)).not.toMatch(/consignee|told|points/);
  },
  H115: () => {
    const rules = ["c", "a", "b"].map((id) => rule(id, ANY_ITEM, { group: id === "a" ? "g" : "h" }));
    const bytes = JSON.stringify(assessWith(rules, {}));
    expect(bytes).toContain('"a":"fired"');
    for (const shuffled of [[...rules].reverse(), [rules[1], rules[0], rules[2]], [rules[2], rules[0], rules[1]]]) {
      expect(JSON.stringify(assessWith(shuffled, {}))).toBe(bytes);
    }
  },
  H116: (value) => {
    const asOf = value as string;
    const parsed = parseDeclarationOrThrow(declaration());
    expectRefusal(extractFacts(parsed, { asOf, catalogue: standardCatalogue }), "time.invalid", "asOf");
    expectRefusal(parseFacts({ id: "F", asOf, header: {}, items: [] }), "value.type", "asOf");
    const compiled = compileProfileOrThrow(profile([]), { catalogue: standardCatalogue });
    expectRefusal(assess(compiled, { id: "F", asOf, header: {}, items: [] }), "time.invalid", "asOf");
  },
};

describe("every known hostile input", () => {
  it("has a test here, or a reason why it has none yet", () => {
    expect(entries.length).toBeGreaterThanOrEqual(65);
    const covered = [...Object.keys(HANDLERS), ...Object.keys(NOT_YET)].sort();
    expect(covered).toEqual(entries.map((entry) => entry.id).sort());
    for (const reason of Object.values(NOT_YET)) expect(reason).not.toBe("");
  });

  it.each(entries.filter((entry) => Object.hasOwn(HANDLERS, entry.id)).map((entry) => [entry.id, `${entry.class}, ${entry.target}`, entry] as const))(
    "%s (%s) meets what is expected of it",
    async (id, _, entry) => {
      await HANDLERS[id]?.(runInThisContext(`(${entry.js})`), entry);
    },
  );
});
