import { describe, expect, it } from "vitest";
import { parseCsvMapping } from "../../src/adapters/csv/mapping.js";
import { parseJsonRecord } from "../../src/adapters/read-json-records.js";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { jsonLine } from "../../src/cli/files.js";
import { formatIssue } from "../../src/core/issue.js";
import { parseJson } from "../../src/core/json.js";
import { explainOrThrow } from "../../src/explanation/explain.js";
import { renderText } from "../../src/explanation/render-text.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { parseFacts } from "../../src/indicators/facts.js";
import { parseConsignment, parseDeclaration, parseDeclarationOrThrow } from "../../src/model/parse.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { parseCases } from "../../src/testing/cases.js";
import {
  ANY_ITEM,
  AS_OF,
  assessWith,
  compile,
  compileRule,
  declaration,
  EXTENSION,
  expectHarmless,
  expectRefusal,
  factsOf,
  item,
  parse,
  parseItem,
  profile,
  rule,
} from "./support.js";

/** Names that every object inherits. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__");

/** An object with a key of its own named `__proto__`, as `JSON.parse` makes it. */
function withProto(object: object, value: unknown = { polluted: true }): object {
  return Object.defineProperty({ ...object }, "__proto__", { value, enumerable: true, writable: true, configurable: true });
}

describe("a key named `__proto__`", () => {
  const mapping = { schema: "consignment-risk/mapping@1", delimiter: ",", rows: "item", header: {}, item: {}, ignore: [], extensions: [] };
  const list = { title: { en: "L" }, date: "2026-01-01", source: "for tests", entries: ["x"] };
  const facts = { id: "F", asOf: AS_OF, header: {}, items: [{ item: 1, values: {} }] };

  it.each([
    ["a declaration", parse(withProto({})), "__proto__"],
    ["a role of parties", parse({ parties: withProto({}) }), "parties.__proto__"],
    ["a namespace", parse({ extensions: withProto({}) }), "extensions.__proto__"],
    ["an extension field", parse({ extensions: { korea: withProto({}, "x") } }), "extensions.korea.__proto__"],
    ["an item's extension field", parseItem({ extensions: { korea: withProto({}, "x") } }), "items[0].extensions.korea.__proto__"],
    ["a consignment", parseConsignment(withProto({})), "__proto__"],
    ["facts", parseFacts(withProto(facts)), "__proto__"],
    ["header facts", parseFacts({ ...facts, header: withProto({}, 1) }), "header.__proto__"],
    ["item facts", parseFacts({ ...facts, items: [{ item: 1, values: withProto({}, 1) }] }), "items[0].values.__proto__"],
    ["identities", parseFacts({ ...facts, identities: withProto({}, ["x"]) }), "identities.__proto__"],
    ["a JSON record", parseJsonRecord(withProto({ declaration: declaration() }), {}), "__proto__"],
    ["the facts of a JSON record", parseJsonRecord({ id: "F", asOf: AS_OF, facts: withProto({ header: {}, items: [] }) }, {}), "facts.__proto__"],
    ["a profile", compile(withProto(profile([]))), "__proto__"],
    ["lists", compile(profile([], { lists: withProto({}, list) })), "lists.__proto__"],
    ["derived indicators", compile(profile([], { derived: withProto({}) })), "derived.__proto__"],
    ["domains", compile(profile([], { domains: withProto({}) })), "domains.__proto__"],
    [
      "thresholds",
      compile(profile([], { domains: { a: { title: { en: "a" }, base: 0, rules: [], thresholds: withProto({}, 1) } } })),
      "domains.a.thresholds.__proto__",
    ],
    ["a text", compile(profile([], { title: withProto({ en: "x" }, "y") })), "title.__proto__"],
    ["a rule", compile(profile([withProto(rule("r", ANY_ITEM))])), "domains.security.rules[0].__proto__"],
    ["a condition", compileRule(withProto(ANY_ITEM)), "domains.security.rules[0].when.__proto__"],
    ["a mapping's fields", parseCsvMapping({ ...mapping, header: withProto({}, { column: "x" }) }), "header.__proto__"],
    ["a mapping's replacements", parseCsvMapping({ ...mapping, header: { id: { column: "x", replace: withProto({}, "y") } } }), "header.id.replace.__proto__"],
    ["cases", parseCases(withProto({ schema: "consignment-risk/cases@1", cases: [] })), "__proto__"],
    [
      "expected points",
      parseCases({ schema: "consignment-risk/cases@1", cases: [{ name: "n", declaration: declaration(), expect: { points: withProto({}, 1) } }] }),
      "cases[0].expect.points.__proto__",
    ],
  ])("is refused in %s", (_, result, path) => {
    expectRefusal(result, "value.unknownKey", path);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("polluted" in {}).toBe(false);
  });

  it("is refused where JSON text states it, also escaped", () => {
    for (const key of ["__proto__", "\\u005f_proto__"]) {
      const json = parseJson(`{"declaration":{"items":[{"${key}":{"lineNumber":1}}]}}`, 24);
      expectRefusal(json.ok ? parseJsonRecord(json.value, {}) : json, "value.unknownKey", "declaration.items[0].__proto__");
    }
  });
});

describe("names that every object inherits", () => {
  it.each(INHERITED)("mean nothing of their own: %s", (name) => {
    expectRefusal(parse({ [name]: 1 }), "value.unknownKey", name);
    expectRefusal(parse({ extensions: { [name]: { x: 1 } } }), name.startsWith("_") ? "value.invalid" : "value.unknownKey", `extensions.${name}`);
    expectRefusal(parse({ extensions: { korea: { [name]: "x" } } }), name.startsWith("_") ? "value.invalid" : "value.unknownKey", `extensions.korea.${name}`);
    expectRefusal(compileRule({ op: name, of: [] }), "value.invalid", "domains.security.rules[0].when.op");
    const unknown = compileRule({ op: "present", indicator: name });
    expectRefusal(unknown, name.startsWith("_") ? "value.invalid" : "indicator.unknown", "domains.security.rules[0].when.indicator");
    const domains = { security: { title: { en: "s" }, base: 0, rules: [], thresholds: { [name]: 1 } } };
    expectRefusal(compile(profile([], { domains })), "value.invalid", `domains.security.thresholds.${name}`);
    expectRefusal(compile(profile([], { selection: { channel: name } })), "value.invalid", "selection.channel");
    expectRefusal(compile(profile([], { title: { [name]: "x" } })), "value.invalid", `title.${name}`);
    if (name.startsWith("_")) return;
    const when = { op: "in", indicator: "hsCode", values: { list: name } };
    expectRefusal(compileRule(when), "list.unknown", "domains.security.rules[0].when.values.list");
    const missing = compileRule(ANY_ITEM, { effect: { kind: "channel", channel: name } });
    expectRefusal(missing, "value.invalid", "domains.security.rules[0].effect.channel");
  });

  it.each(INHERITED.filter((name) => !name.startsWith("_")))("can be the name of a rule, group, list, domain, derived indicator and term: %s", (name) => {
    const list = { title: { en: "L" }, date: "2026-01-01", source: "for tests", entries: ["010121"] };
    const inList = { op: "in", indicator: "hsCode", values: { list: name } };
    const derived = { kind: "sum", of: "netMass", meaning: { en: "m" }, unit: "kg", decimals: 0, ifMissing: 3 };
    const term = { id: name, kind: "linear", indicator: name, centre: 0, scale: 1, points: 2, missing: 0 };
    const model = { base: -10, zero: "stated", terms: [term] };
    const domains = { [name]: { title: { en: name }, rules: [rule(name, inList, { group: name })], model, thresholds: { red: -6 } } };
    const input = profile([], { domains, lists: { [name]: list }, derived: { [name]: derived } });
    const compiled = compileProfileOrThrow(input, { catalogue: standardCatalogue });
    const facts = factsOf({ id: name });
    const assessment = assessOrThrow(compiled, facts);
    expect(Object.keys(assessment.domains)).toEqual([name]);
    expect(assessment.domains[name]).toMatchObject({ micropoints: 1_000_000, rules: { [name]: "fired" }, channel: "red" });
    expect(renderText(explainOrThrow(assessment, { profile: compiled, facts, language: "vi" }))).toContain(`because of ${name}`);
    const cases = { schema: "consignment-risk/cases@1", cases: [{ name, declaration: declaration(), expect: { rules: { fired: [name] } } }] };
    expect(parseCases(cases).ok).toBe(true);
  });

  it("are not read through a prototype", () => {
    const inherits = Object.create(declaration()) as object;
    expectRefusal(parseDeclaration(inherits), "value.notPlain", "(root)");
    expectRefusal(parseDeclaration(Object.create(Object.create(null))), "value.type", "id");
    expect(parseDeclaration(Object.assign(Object.create(null), declaration())).ok).toBe(true);
  });
});

describe("what is not plain data", () => {
  class Mass {
    kg = 1;
  }
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const trap = (): never => {
    throw new Error("\u001b[2J");
  };

  it.each<readonly [string, unknown]>([
    ["a symbol", Symbol("x")],
    ["a big integer", 1n],
    ["a function", () => 1],
    ["a class instance", new Mass()],
    ["a map", new Map([["a", 1]])],
    ["a set", new Set([1])],
    ["a date", new Date(0)],
    ["a regular expression", /a/],
    ["a boxed number", new Number(1)],
    ["a typed array", new Uint8Array(2)],
    ["a promise", Promise.resolve(1)],
    ["an error", new Error("x")],
    ["a proxy of a class instance", new Proxy(new Mass(), {})],
    ["a revoked proxy", revoked.proxy],
    ["a proxy that throws on keys", new Proxy({}, { ownKeys: trap })],
    ["a proxy that throws on its prototype", new Proxy({}, { getPrototypeOf: trap })],
    ["a proxy of an array that throws on its length", new Proxy([], { get: trap })],
    ["a proxy that throws on a property", new Proxy({ a: 1 }, { getOwnPropertyDescriptor: trap })],
  ])("is refused where it stands: %s", (_, value) => {
    expectRefusal(parseItem({ netMassKg: value }), "value.notPlain", "items[0].netMassKg");
    expectRefusal(parseDeclaration(value), "value.notPlain", "(root)");
    expectRefusal(compile(profile([], { version: value })), "value.notPlain", "version");
    expectRefusal(parseFacts({ id: "F", asOf: AS_OF, header: { itemCount: value }, items: [] }), "value.notPlain", "header.itemCount");
  });

  it("is refused as a getter, which is never called", () => {
    let calls = 0;
    const getter = { get: () => ++calls, enumerable: true };
    expectRefusal(parseDeclaration(Object.defineProperty(declaration(), "id", getter)), "value.notPlain", "id");
    expectRefusal(parse({ items: Object.defineProperty([item()], 0, getter) }), "value.notPlain", "items[0]");
    expectRefusal(compile(Object.defineProperty(profile([]), "version", getter)), "value.notPlain", "version");
    expect(calls).toBe(0);
  });

  it("is refused as a cycle, by its depth", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const result = parse({ parties: cycle });
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(["value.tooLarge"]);
  });

  it("is read once from a proxy that changes its mind", () => {
    let reads = 0;
    const fickle = new Proxy([item()], {
      getOwnPropertyDescriptor: (target, key) => {
        const descriptor = Reflect.getOwnPropertyDescriptor(target, key);
        if (key !== "0" || descriptor === undefined) return descriptor;
        reads += 1;
        return { ...descriptor, value: reads === 1 ? item({ hsCode: "010121" }) : item({ hsCode: "999999" }) };
      },
    });
    const result = parseDeclaration(declaration({ items: fickle }));
    expect(result.ok && result.value.items[0].hsCode).toBe("010121");
    expect(reads).toBe(1);
  });

  it("passes over symbol keys and keys that are not enumerable, as JSON does", () => {
    const input = Object.defineProperty({ ...declaration(), [Symbol("importer")]: 1 }, "hidden", { value: 1, enumerable: false });
    const result = parseDeclaration(input);
    expect(result.ok && Reflect.ownKeys(result.value)).toEqual(Object.keys(declaration()));
  });
});

describe("numbers", () => {
  it.each([
    "+5",
    "5.",
    ".5",
    " 5",
    "5 ",
    "5\n",
    "5e0",
    "0x5",
    "0b1",
    "0o7",
    "1_000",
    "1 000",
    "1.000,5",
    "\uff15",
    "\u0665",
    "\u0be7",
    "\u00bd",
    "Infinity",
    "NaN",
    "null",
    "",
    "-",
    "5n",
    "true",
  ])("are never read from a text: %j", (text) => {
    expectRefusal(parseItem({ netMassKg: text }), "value.type", "items[0].netMassKg");
    expectRefusal(parseItem({ lineNumber: text }), "value.type", "items[0].lineNumber");
    expectRefusal(compileRule({ op: "gt", indicator: "netMass", value: text }), "value.type", "domains.security.rules[0].when.value");
  });

  it.each([true, false, {}, [[5]], [5]])("are never read from %j", (value) =>
    expectRefusal(parseItem({ netMassKg: value }), "value.type", "items[0].netMassKg"),
  );

  it.each([-1, -Number.MIN_VALUE, -1e-9, 1e21, 9e12 + 1, Number.MAX_VALUE])("are refused out of their bounds: %d", (value) => {
    for (const field of ["netMassKg", "grossMassKg"]) expectRefusal(parseItem({ [field]: value }), "value.range", `items[0].${field}`);
    expectRefusal(parseItem({ customsValue: { amount: value, currency: "USD" } }), "value.range", "items[0].customsValue.amount");
  });

  it.each([0.5, 1.0000001, 2 ** 53, 0, -1, 10_000])("that are no line number are refused: %d", (value) => {
    const result = parseItem({ lineNumber: value });
    expect(new Set(result.ok ? [] : result.issues.map((issue) => issue.path.join(".")))).toEqual(new Set(["items.0.lineNumber"]));
  });

  it("turn -0 into 0, and round a denormal to its decimals", () => {
    const { items } = factsOf({ items: [item({ netMassKg: -0, grossMassKg: 5e-324 })] });
    expect(Object.is(items[0]?.values.netMass, 0)).toBe(true);
    expect(Object.is(items[0]?.values.grossMass, 0)).toBe(true);
    const assessment = assessWith([rule("r", { op: "eq", indicator: "netMass", value: -0 }, { effect: { kind: "points", points: 4, undetermined: -0 } })], {
      items: [item({ netMassKg: 0 })],
    });
    expect(assessment.domains.security?.rules).toEqual({ r: "fired" });
    const mitigated = assessWith(
      [rule("r", ANY_ITEM, { effect: { kind: "points", points: -1e-9, undetermined: 0 } })],
      {},
      {
        domains: {
          security: {
            title: { en: "s" },
            base: -0,
            rules: [rule("r", ANY_ITEM, { effect: { kind: "points", points: -1e-9, undetermined: 0 } })],
            thresholds: {},
          },
        },
      },
    );
    expect(Object.is(mitigated.domains.security?.micropoints, 0)).toBe(true);
  });

  it("leave the exact range as a failure of the fact, never as an infinity", () => {
    const { items } = factsOf({ items: [item({ customsValue: { amount: 9e12, currency: "USD" }, netMassKg: 5e-324 })] });
    expect(items[0]?.values.unitValue).toMatchObject({ missing: expect.stringMatching(/failed|notApplicable/) });
  });

  it.each([0, -1, -0, -5e-324])("refuse %d as the scale of a model", (scale) => {
    const model = { base: 0, zero: "stated", terms: [{ id: "t", kind: "linear", indicator: "netMass", centre: 0, scale, points: 1, missing: 0 }] };
    const domains = { security: { title: { en: "s" }, rules: [], model, thresholds: {} } };
    expectRefusal(compile(profile([], { domains })), "value.range", "domains.security.model.terms[0].scale");
  });

  it("keep a contribution finite for the smallest scale and the largest points", () => {
    const model = {
      base: 0,
      zero: "stated",
      terms: [{ id: "t", kind: "linear", indicator: "netMass", centre: -1e300, scale: 5e-324, points: 1_000, missing: 0 }],
    };
    const domains = { security: { title: { en: "s" }, rules: [], model, thresholds: {} } };
    const assessment = assessWith([], { items: [item({ netMassKg: 9e12 })] }, { domains });
    expect(Number.isSafeInteger(assessment.domains.security?.micropoints)).toBe(true);
  });
});

describe("texts", () => {
  it.each(["\ud800", "\udc00", "a\ud800b", "\udc00\ud800", "\ud800\ud800\udc00"])("with a lone surrogate are refused as value and as key: %j", (text) => {
    expectRefusal(parseItem({ description: text }), "value.illFormedText", "items[0].description");
    expectRefusal(
      compileRule({ op: "containsAny", indicator: "goodsDescription", values: [text] }),
      "value.illFormedText",
      "domains.security.rules[0].when.values[0]",
    );
    const asKey = parse({ extensions: { korea: { [text]: "x" } } });
    expect(asKey.ok ? [] : asKey.issues.map((issue) => issue.code)).toContain("value.illFormedText");
    for (const issue of asKey.ok ? [] : asKey.issues) expectHarmless(formatIssue(issue));
  });

  it("keep a NUL and other controls of a description as they are, and show them escaped", () => {
    const description = "a\u0000b\u0007\r\n\u001b[31mred\u202egnp.exe";
    const facts = factsOf({ items: [item({ description })] });
    expect(facts.items[0]?.values.goodsDescription).toBe(description);
    expectRefusal(parse({ id: "a\u0000b" }), "value.invalid", "id");
    expectRefusal(parse({ parties: { importer: { identifier: { scheme: "tax", code: "a\u0000b" } } } }), "value.invalid", "parties.importer.identifier.code");
  });

  it.each(["0101\u00a021", "0101.21", "01012", "010121 ", "", "\uff10\uff11", "0101२1", "01012100000000"])("are no HS code: %j", (hsCode) =>
    expectRefusal(parseItem({ hsCode }), "value.invalid", "items[0].hsCode"),
  );

  it.each(["vn", "VNM", "V", "ＶＮ", "V\u0405", "V ", "ı1", ""])("are no country: %j", (code) =>
    expectRefusal(parseItem({ originCountryCode: code }), "value.invalid", "items[0].originCountryCode"),
  );

  it.each(["gu\u00adn", "g\u200du\u200dn", "gu\u2060n", "\ufeffgun", "gu\u034fn", "gu\ufe0fn", "gu\u{e0100}n", "gu\u180en", "gu\u3164n"])(
    "with hidden characters still match and are flagged: %j",
    (text) => {
      const description = `toy ${text} parts`;
      const assessment = assessWith([rule("gun", { op: "containsAny", indicator: "goodsDescription", values: ["gun"] })], { items: [item({ description })] });
      expect(assessment.domains.security?.rules).toEqual({ gun: "fired" });
      expect(factsOf({ items: [item({ description })] }).items[0]?.values.hiddenCharacters).toBe(true);
    },
  );

  it("over their length are refused before they are looked at", () => {
    expectRefusal(parseItem({ description: "x".repeat(20_001) }), "value.tooLarge", "items[0].description");
    expect(parseItem({ description: "x".repeat(20_000) }).ok).toBe(true);
    expectRefusal(parse({ [`${"k".repeat(20_001)}`]: 1 }), "value.tooLarge", `${"k".repeat(20_001)}`);
  });
});

describe("texts that reach a terminal", () => {
  const HOSTILE = [
    "\u0000",
    "\b\b",
    "\r",
    "\n",
    "\u001b[2J",
    "\u001b]8;;http://x\u0007",
    "\u007f",
    "\u0085",
    "\u009b31m",
    "\u061c",
    "\u200b",
    "\u200e",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u206a",
    "\ufeff",
    "\ufffa",
    "\u{e0041}\u{e007f}",
    "\u{1d173}",
    "\ufe0f",
    "\u034f",
    "\u3164",
    "\u180e",
  ];

  it.each(HOSTILE)("are escaped wherever an author or declarant can put them, and JSON keeps them: %j", (evil) => {
    const text = { en: `a${evil}b`, vi: `a${evil}b` };
    const loud = rule(
      "loud",
      { op: "containsAny", indicator: "goodsDescription", values: [`x${evil}`] },
      { texts: { title: text, reason: text, declarant: text } },
    );
    const plain = profile([loud], { title: text });
    const domains = { security: { ...(plain.domains as { security: object }).security, title: text } };
    const compiled = compileProfileOrThrow({ ...plain, domains }, { catalogue: standardCatalogue });
    const description = `x ${evil} ${"y".repeat(75)}😀${evil}`;
    const facts = factsOf({ items: [item({ description })] });
    const assessment = assessOrThrow(compiled, facts);
    expect(assessment.domains.security?.rules).toEqual({ loud: "fired" });
    for (const language of ["en", "vi"] as const) {
      for (const role of ["officer", "declarant"] as const) {
        const explanation = explainOrThrow(assessment, { profile: compiled, facts, language, viewer: { role } });
        for (const shown of renderText(explanation).trimEnd().split("\n")) expectHarmless(shown);
        expectHarmless(jsonLine(explanation));
        expect(JSON.parse(jsonLine(explanation))).toEqual(explanation);
      }
    }
    const refusals = [
      parse({ [evil]: evil, id: evil }),
      compile(profile([], { [evil]: 1, id: evil })),
      parseJson(`{"a":${evil}x`, 10),
      parseCases({ [evil]: evil }),
    ];
    for (const refusal of refusals) {
      expect(refusal.ok).toBe(false);
      for (const issue of refusal.ok ? [] : refusal.issues) {
        expectHarmless(formatIssue(issue));
        expectHarmless(jsonLine(issue));
      }
    }
  });
});

describe("size and depth", () => {
  const nest = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level += 1) value = wrap(value);
    return value;
  };
  const onlyTooLarge = (result: { readonly ok: boolean; readonly issues?: readonly { readonly code: string }[] }): void => {
    expect(result.ok).toBe(false);
    expect(new Set(result.issues?.map((issue) => issue.code))).toEqual(new Set(["value.tooLarge"]));
  };

  it.each([
    ["arrays", (inner: unknown) => [inner]],
    ["objects", (inner: unknown) => ({ a: inner })],
    ["conditions", (inner: unknown) => ({ op: "not", of: inner })],
    ["groups", (inner: unknown) => ({ op: "all", of: [inner] })],
  ])("of 100,000 nested %s are refused, quickly", (_, wrap) => {
    const deep = nest(100_000, wrap);
    const started = performance.now();
    for (const result of [
      parseDeclaration(deep),
      parse({ parties: deep }),
      parseConsignment(deep),
      parseFacts(deep),
      parseJsonRecord(deep, {}),
      compile(deep),
      compileRule(deep),
      parseCsvMapping(deep),
      parseCases(deep),
    ]) {
      onlyTooLarge(result);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("of deep JSON text is refused before it is parsed", () => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      onlyTooLarge(parseJson(open.repeat(100_000) + 1 + close.repeat(100_000), 64));
      onlyTooLarge(parseJson(open.repeat(10_000_000), 64));
      expect(parseJson(`${open.repeat(64)}1${close.repeat(64)}`, 64).ok).toBe(true);
      onlyTooLarge(parseJson(`${open.repeat(65)}1${close.repeat(65)}`, 64));
    }
    expect(parseJson(`"${"[".repeat(100_000)}"`, 1).ok).toBe(true);
    expect(parseJson(`"\\"${"[".repeat(100)}"`, 1).ok).toBe(true);
  });

  it("of conditions within the depth of a document are accepted and evaluated", () => {
    const when = nest(40, (inner) => (inner === 1 ? ANY_ITEM : { op: "not", of: inner }));
    expect(assessWith([rule("nots", when)], {}).domains.security?.rules).toEqual({});
  });

  it("of arrays is bounded, whether full or sparse", () => {
    expectRefusal(parse({ items: new Array(1_000_000).fill(item()) }), "value.tooLarge", "items");
    expectRefusal(parse({ items: new Array(4_294_967_295) }), "value.tooLarge", "items");
    expectRefusal(parse({ items: Object.assign([item()], { 2: item({ lineNumber: 3 }) }) }), "value.type", "items[1]");
    expectRefusal(parse({ items: new Array(3) }), "value.type", "items[0]");
    const items = Array.from({ length: 10_000 }, (_, index) => item({ lineNumber: (index % 9_999) + 1 }));
    expect(parse({ items }).ok).toBe(false);
    expect(parse({ items: items.slice(0, 9_999) }).ok).toBe(true);
  });

  it("of objects is bounded", () => {
    const keys = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "x"]));
    expectRefusal(parse(keys(300)), "value.tooLarge", "(root)");
    expectRefusal(parse({ extensions: { korea: keys(300) } }), "value.tooLarge", "extensions.korea");
    expectRefusal(compile(profile([], { lists: keys(10_001) })), "value.tooLarge", "lists");
  });

  it("of all values together is bounded", () => {
    const row = Array.from({ length: 10_000 }, () => 1);
    onlyTooLarge(parse({ documents: Array.from({ length: 60 }, () => row) }));
  });

  it("of a profile's lists, and of a chain of derived indicators, costs no more than their length", () => {
    const started = performance.now();
    const values = (letter: string): string[] => Array.from({ length: 100_000 }, (_, index) => `${letter}${index}`);
    for (const op of ["in", "prefix"]) {
      const both = ["a", "b"].map((letter) => ({ op, indicator: "hsCode", values: values(letter) }));
      expectRefusal(compileRule({ op: "all", of: both }), "condition.contradiction", "domains.security.rules[0].when");
    }
    const length = 5_000;
    const first = { kind: "sum", of: "netMass", meaning: { en: "m" }, unit: "kg", decimals: 0, ifMissing: 2 };
    const chain = Array.from({ length }, (_, index) => [
      `d${index}`,
      index === 0
        ? first
        : { kind: "difference", minuend: `d${index - 1}`, subtrahend: "itemCount", meaning: { en: "m" }, unit: "kg", decimals: 0, ifMissing: "failed" },
    ]);
    const last = rule("last", { op: "eq", indicator: `d${length - 1}`, value: 2 - (length - 1) }, { level: "header" });
    expect(assessWith([last], {}, { derived: Object.fromEntries(chain.reverse()) }).domains.security?.rules).toEqual({ last: "fired" });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("of a flood of faults is reported without a crash", () => {
    const result = parse({ items: Array.from({ length: 10_000 }, () => 1n) });
    expect(result.ok ? 0 : result.issues.length).toBe(10_000);
    const flood = compile(profile(Array.from({ length: 200_000 }, () => ({}))));
    expect(flood.ok).toBe(false);
  });
});

describe("JSON text", () => {
  it.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"x":[{"y":{"b":1,"c":2,"b":1}}]}', "x[0].y.b"],
    ['[0,[1],{"k":{"z":0},"k":{}}]', "[2].k"],
    ['{"a":{"b":1},"c":{"b":1},"a":1}', "a"],
    ['{"":1,"":2}', '[""]'],
    ['{"a\\"":1 , "a\\u0022"\n:2}', '["a\\""]'],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"\\ud83d\\ude00":1,"😀":2}', '["😀"]'],
  ])("that states a key twice is refused: %s", (text, path) => expectRefusal(parseJson(text, 10), "json.duplicateKey", path));

  it.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":2}]', '{"a":"a","b":"a"}', '{"a":":","b":"\\"a\\":"}', '["a","a"]'])(
    "that repeats a name elsewhere is accepted: %s",
    (text) => expect(parseJson(text, 10)).toEqual({ ok: true, value: JSON.parse(text) }),
  );

  it.each([
    "",
    " ",
    "\ufeff{}",
    "{,}",
    '{"a":1,}',
    "[1,]",
    "{a:1}",
    "{'a':1}",
    "NaN",
    "Infinity",
    "-Infinity",
    "[NaN]",
    "undefined",
    "01",
    "+1",
    ".5",
    "5.",
    "0x1",
    "1_0",
    "'a'",
    '"a',
    '"\t"',
    "[1]]",
    "{} {}",
    "// c\n1",
    "\u00a01",
    "nul",
    '{"a"}',
    '{"a":}',
    '"\\x41"',
  ])("that is no JSON is refused: %j", (text) => expectRefusal(parseJson(text, 10), "json.syntax", "(root)"));

  it("that holds a number beyond doubles gives an infinity, which no document takes", () => {
    const json = parseJson(JSON.stringify(declaration()).replace('"lineNumber":1', '"lineNumber":1,"netMassKg":1e400'), 24);
    expectRefusal(json.ok ? parseDeclaration(json.value) : json, "value.range", "items[0].netMassKg");
  });

  it("that holds an escaped lone surrogate is refused with the document", () => {
    const json = parseJson(JSON.stringify(declaration()).replace('"D-1"', '"D-\\udfff"'), 24);
    expectRefusal(json.ok ? parseDeclaration(json.value) : json, "value.illFormedText", "id");
  });

  it("is shown harmlessly in what is said of its faults", () => {
    const result = parseJson('{"\\u001b[2J":1,"\\u001b[2J":\u202e2', 10);
    for (const issue of result.ok ? [] : result.issues) expectHarmless(formatIssue(issue));
    expect(result.ok).toBe(false);
    expectRefusal(parseJson('{"\\u009b":1,"\\u009b":2}', 10), "json.duplicateKey", '["\\u009b"]');
  });
});

describe("dates and instants", () => {
  it.each([
    "2100-02-29T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T23:60:00Z",
    "2026-06-30T23:59:60Z",
    "2026-01-01T00:00:00+14:01",
    "2026-01-01T00:00:00-15:00",
    "2026-01-01T00:00:00+07:60",
    "2026-01-01T00:00:00+0700",
    "2026-01-01T00:00:00+07",
    "2026-01-01T00:00:00",
    "2026-01-01t00:00:00Z",
    "2026-01-01T00:00:00z",
    "2026-01-01 00:00:00Z",
    "2026-01-01T00:00Z",
    "2026-01-01T00:00:00.1234Z",
    "2026-01-01T00:00:00.Z",
    "2026-01-01T00:00:00,5Z",
    "20260101T000000Z",
    "2026-1-1T00:00:00Z",
    "2026-W01-1T00:00:00Z",
    "1899-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z",
    "-2026-01-01T00:00:00Z",
    "+002026-01-01T00:00:00Z",
    "２０２６-01-01T00:00:00Z",
    " 2026-01-01T00:00:00Z",
    "2026-01-01T00:00:00Z\n",
    "2026-01-01T00:00:00\u221207:00",
    "",
    "now",
  ])("that do not exist are refused: %j", (text) => {
    expectRefusal(parse({ registeredAt: text }), "time.invalid", "registeredAt");
    expectRefusal(parseFacts({ id: "F", asOf: text, header: {}, items: [] }), "time.invalid", "asOf");
    const date = text.slice(0, 10);
    if (!/^2026-(01-01|06-30)$/.test(date) && date !== "1899-12-31T") {
      expectRefusal(compile(profile([], { lists: { l: { title: { en: "l" }, date, source: "s", entries: [] } } })), "time.invalid", "lists.l.date");
    }
  });

  it.each(["2000-02-29T00:00:00Z", "2024-02-29T23:59:59.999+14:00", "1900-01-01T00:00:00-14:00", "2199-12-31T23:59:59Z", "2026-01-01T00:00:00-00:00"])(
    "that exist are accepted: %s",
    (text) => expect(parse({ registeredAt: text }).ok).toBe(true),
  );

  it.each([0, 1_700_000_000_000, null, true, ["2026-01-01T00:00:00Z"], { iso: "2026-01-01T00:00:00Z" }])("are never read from %j", (value) => {
    expectRefusal(parse({ registeredAt: value }), "value.type", "registeredAt");
  });
});

describe("documents", () => {
  const domain = (fields: object = {}): object => ({ title: { en: "d" }, base: 0, rules: [], thresholds: {}, ...fields });

  it.each<readonly [string, unknown, string, string]>([
    ["nothing", undefined, "value.type", "(root)"],
    ["null", null, "value.type", "(root)"],
    ["a list", [], "value.type", "(root)"],
    ["another schema", profile([], { schema: "consignment-risk/profile@2" }), "value.invalid", "schema"],
    ["an unknown key", profile([], { scoring: 1 }), "value.unknownKey", "scoring"],
    ["one channel", profile([], { channels: ["green"] }), "value.type", "channels[1]"],
    ["a channel twice", profile([], { channels: ["green", "red", "green"] }), "value.duplicate", "channels[2]"],
    ["no domain", profile([], { domains: {} }), "value.invalid", "domains"],
    ["a base beside a model", profile([], { domains: { d: domain({ model: { base: 0, zero: "stated", terms: [] } }) } }), "value.invalid", "domains.d.base"],
    [
      "points as text",
      profile([rule("r", ANY_ITEM, { effect: { kind: "points", points: "5", undetermined: 0 } })]),
      "value.type",
      "domains.security.rules[0].effect.points",
    ],
    [
      "points beyond their bound",
      profile([rule("r", ANY_ITEM, { effect: { kind: "points", points: 1e7, undetermined: 0 } })]),
      "value.range",
      "domains.security.rules[0].effect.points",
    ],
    [
      "an undetermined cost beyond the points",
      profile([rule("r", ANY_ITEM, { effect: { kind: "points", points: 5, undetermined: 6 } })]),
      "value.range",
      "domains.security.rules[0].effect.undetermined",
    ],
    ["a rule twice", profile([rule("r", ANY_ITEM), rule("r", ANY_ITEM)]), "value.duplicate", "domains.security.rules[1].id"],
    ["a rule id with a line end", profile([rule("r\n", ANY_ITEM)]), "value.invalid", "domains.security.rules[0].id"],
    ["an empty group", profile([rule("r", { op: "all", of: [] })]), "value.type", "domains.security.rules[0].when.of[0]"],
    ["an empty list of values", profile([rule("r", { op: "in", indicator: "hsCode", values: [] })]), "value.range", "domains.security.rules[0].when.values"],
    ["an item condition inside an item rule", profile([rule("r", { op: "anyItem", where: ANY_ITEM })]), "value.invalid", "domains.security.rules[0].when.op"],
    ["more wanted than there are", profile([rule("r", { op: "atLeast", count: 2, of: [ANY_ITEM] })]), "value.range", "domains.security.rules[0].when.count"],
    [
      "a condition on a wrong type",
      profile([rule("r", { op: "gt", indicator: "hsCode", value: 1 })]),
      "indicator.misused",
      "domains.security.rules[0].when.op",
    ],
    [
      "inverted bounds",
      profile([rule("r", { op: "between", indicator: "netMass", min: 2, max: 1 })]),
      "condition.contradiction",
      "domains.security.rules[0].when.min",
    ],
    [
      "a phrase without letters",
      profile([rule("r", { op: "containsAny", indicator: "goodsDescription", values: ["\u200b"] })]),
      "value.invalid",
      "domains.security.rules[0].when.values[0]",
    ],
    ["a rate without identity", profile([], { selection: { channel: "red", randomRate: 0.1 } }), "selection.identity", "selection.identity"],
    ["a rate that is no number", profile([], { selection: { channel: "red", randomRate: NaN } }), "value.range", "selection.randomRate"],
    ["another catalogue", profile([], { catalogue: "other/9" }), "value.invalid", "catalogue"],
    ["an offset that does not exist", profile([], { utcOffset: "+25:00" }), "value.invalid", "utcOffset"],
  ])("refuse a profile with %s", (_, input, code, path) => expectRefusal(compile(input), code as "value.type", path));

  it.each<readonly [string, unknown, string, string]>([
    ["another schema", { schema: "x", cases: [] }, "value.invalid", "schema"],
    ["no cases", { schema: "consignment-risk/cases@1" }, "value.type", "cases"],
    ["a case without a subject", { schema: "consignment-risk/cases@1", cases: [{ name: "n", expect: {} }] }, "value.type", "cases[0].declaration"],
    ["a case without a name", { schema: "consignment-risk/cases@1", cases: [{ declaration: declaration(), expect: {} }] }, "value.type", "cases[0].name"],
    [
      "an unknown outcome",
      { schema: "consignment-risk/cases@1", cases: [{ name: "n", declaration: declaration(), expect: { rules: { hit: [] } } }] },
      "value.unknownKey",
      "cases[0].expect.rules.hit",
    ],
    [
      "a short key",
      { schema: "consignment-risk/cases@1", cases: [{ name: "n", declaration: declaration(), selectionKey: "00", expect: {} }] },
      "value.invalid",
      "cases[0].selectionKey",
    ],
    [
      "facts without a moment",
      { schema: "consignment-risk/cases@1", cases: [{ name: "n", facts: { header: {}, items: [] }, expect: {} }] },
      "value.type",
      "cases[0].asOf",
    ],
  ])("refuse cases with %s", (_, input, code, path) => expectRefusal(parseCases(input), code as "value.type", path));

  it("refuse supplied values that are unknown, of another type, of no item, or of the future", () => {
    const parsed = parseDeclarationOrThrow(declaration(), { extensions: [EXTENSION] });
    const extract = (value: object) => () =>
      extractFactsOrThrow(parsed, {
        asOf: AS_OF,
        catalogue: standardCatalogue,
        supplied: [{ indicator: "itemCount", value: 1, source: "s", knownAt: AS_OF, ...value }],
      });
    expect(extract({})).not.toThrow();
    expect(extract({ indicator: "constructor" })).toThrow(/known|catalogue/);
    expect(extract({ value: "1" })).toThrow(/type number/);
    expect(extract({ value: NaN })).toThrow(/type number/);
    expect(extract({ value: null })).toThrow(/type number/);
    expect(extract({ item: 1 })).toThrow(/no item/);
    expect(extract({ indicator: "netMass" })).toThrow(/line number/);
    expect(extract({ indicator: "netMass", item: 7 })).toThrow(/line number/);
    expect(extract({ knownAt: "2026-03-01T08:00:00.001+07:00" })).toThrow(/no later/);
    expect(extract({ knownAt: "yesterday" })).toThrow(/no later/);
  });
});
