// What a user of the package does in a folder of their own: a profile with its own test file, ten cases and the command line. Then one number of the profile
// is broken, and both ways to test have to say which rule, which case and why.
import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const LEAST_VALUE = 20_000;

const profile = (leastValue) => ({
  schema: "consignment-risk/profile@1",
  id: "own",
  version: "1",
  title: { en: "A profile of one's own" },
  utcOffset: "+07:00",
  currency: "VND",
  catalogue: "consignment-risk/1",
  channels: ["green", "yellow", "red"],
  lists: {},
  derived: {},
  domains: {
    revenue: {
      title: { en: "Revenue" },
      base: 0,
      rules: [
        rule("cheap-chairs", "item", "chairs worth less than their wood", 12, {
          op: "all",
          of: [
            { op: "prefix", indicator: "hsCode", values: ["9401"] },
            { op: "lt", indicator: "unitValue", value: leastValue },
          ],
        }),
        rule("by-night", "header", "registered between midnight and four", 4, { op: "lt", indicator: "registrationHour", value: 4 }),
      ],
      thresholds: { yellow: 4, red: 12 },
    },
  },
  selection: { channel: "red" },
});

function rule(id, level, reason, points, when) {
  const texts = { title: { en: reason }, reason: { en: reason } };
  return { id, version: 1, texts, level, when, effect: { kind: "points", points, undetermined: 0 }, basis: { kind: "operational", reference: "example" } };
}

/** Chairs, or what the code says, of a value per kilogram, registered at an hour. */
const declaration = (hsCode, unitValue, hour) => ({
  id: "100000000010",
  direction: "import",
  registeredAt: `2026-03-02T${String(hour).padStart(2, "0")}:30:00+07:00`,
  parties: { importer: { name: "An invented company" } },
  transport: { departureCountryCode: "CN" },
  documents: [],
  items: [{ lineNumber: 1, hsCode, netMassKg: 100, customsValue: { amount: unitValue * 100, currency: "VND" } }],
});

const CASES = [
  ["cheap chairs", ["94016100", 12_000, 9], { channel: "red", rules: { fired: ["cheap-chairs"], notFired: ["by-night"] } }],
  ["chairs just below their wood", ["94016100", LEAST_VALUE - 1, 9], { channel: "red", points: { revenue: 12 } }],
  ["chairs at the value of their wood", ["94016100", LEAST_VALUE, 9], { channel: "green", rules: { notFired: ["cheap-chairs"] } }],
  ["dear chairs", ["94016100", 90_000, 9], { channel: "green" }],
  ["cheap tables", ["94036000", 12_000, 9], { channel: "green", not: { rules: { fired: ["cheap-chairs"] } } }],
  ["dear chairs by night", ["94016100", 90_000, 2], { channel: "yellow", rules: { fired: ["by-night"] } }],
  ["just before four", ["94036000", 90_000, 3], { channel: "yellow" }],
  ["at four", ["94036000", 90_000, 4], { channel: "green" }],
  ["cheap chairs by night", ["94016100", 12_000, 1], { channel: "red", points: { revenue: 16 } }],
  ["cheap seats of aircraft", ["94011000", 12_000, 9], { channel: "red" }],
];

const TEST = `
import { readFileSync } from "node:fs";
import { assessOrThrow, compileProfileOrThrow, extractFactsOrThrow, parseDeclarationOrThrow, standardCatalogue } from "consignment-risk";
import { factsFor } from "consignment-risk/arbitraries";
import { matchers } from "consignment-risk/testing";
import fc from "fast-check";
import { expect, it } from "vitest";

expect.extend(matchers);
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const profile = compileProfileOrThrow(read("own.json"), { catalogue: standardCatalogue });

for (const { name, declaration, expect: { not, ...expected } } of read("own.cases.json").cases) {
  it(name, () => {
    const parsed = parseDeclarationOrThrow(declaration);
    const facts = extractFactsOrThrow(parsed, { asOf: parsed.registeredAt, catalogue: standardCatalogue, currency: "VND" });
    expect({ profile, facts }).toBeAssessed(expected);
    if (not !== undefined) expect({ profile, facts }).not.toBeAssessed(not);
  });
}

it("never falls when an item is added", () => {
  fc.assert(
    fc.property(factsFor(profile, { minItems: 1 }), (facts) => {
      const score = (items) => assessOrThrow(profile, { ...facts, items }).domains.revenue.micropoints;
      expect(score(facts.items)).toBeGreaterThanOrEqual(score(facts.items.slice(1)));
    }),
  );
});
`;

/** Runs in a folder where the tarball and fast-check are installed; throws with what came where something is not as it has to be. */
export function tryUserProject(folder) {
  const write = (name, content) => writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  symlinkSync(join(modules, "vitest"), join(folder, "node_modules/vitest"));
  const cases = CASES.map(([name, drawn, expected]) => ({ name, declaration: declaration(...drawn), expect: expected }));
  write("own.json", profile(LEAST_VALUE));
  write("own.cases.json", { schema: "consignment-risk/cases@1", cases });
  write("own.test.mjs", TEST);
  const runs = {
    vitest: [join(modules, "vitest/vitest.mjs"), "run", "--root", folder],
    "consignment-risk test": [join(folder, "node_modules/consignment-risk/dist/cli.js"), "test", "own.json", "--coverage"],
  };
  for (const [name, args] of Object.entries(runs)) {
    const { status, output } = attempt(folder, args);
    if (status !== 0) throw new Error(`${name} fails on a sound profile:\n${output}`);
  }
  write("own.json", profile(LEAST_VALUE / 10));
  for (const [name, args] of Object.entries(runs)) {
    const { status, output } = attempt(folder, args);
    const said = ["cheap-chairs", "chairs just below their wood", "unitValue"].filter((text) => !output.includes(text));
    if (status === 0 || said.length > 0) throw new Error(`${name} does not say of a broken profile ${said.join(", ") || "that it is broken"}:\n${output}`);
  }
}

function attempt(cwd, args) {
  try {
    return {
      status: 0,
      output: execFileSync(process.execPath, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } }),
    };
  } catch (error) {
    return { status: error.status ?? 1, output: `${error.stdout}${error.stderr}` };
  }
}
