import { afterAll, describe, expect, it, vi } from "vitest";
import type { OfficerExplanation } from "../../src/explanation/explanation.js";
import { declaration, expectHarmless, profile, rule } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, fixture, line, MAPPING, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profilePath = space.write("profile.json", PROFILE);
const mappingPath = space.write("mapping.json", MAPPING);

function score(input: string, ...options: readonly string[]) {
  return runMain(["score", "--profile", profilePath, "--input", input, "--format", "json", ...options]);
}

function parsed(stdout: string): readonly { readonly id: string; readonly [key: string]: unknown }[] {
  return stdout
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text));
}

describe("score", () => {
  it("gives one line per declaration in the shape of an assessment, in the order of the input", async () => {
    const input = space.write("two.jsonl", `${line("A", { description: "metal scrap" })}\n${line("B")}\n`);
    const { status, stdout, stderr } = await score(input);
    expect([status, stderr]).toEqual([0, ""]);
    const [first, second] = parsed(stdout);
    expect(first).toEqual({
      id: "A",
      asOf: "2026-03-01T08:00:00+07:00",
      channel: "red",
      selection: {
        probability: 1,
        mechanisms: [
          { kind: "mandatory", drawn: false, probability: 0 },
          { kind: "threshold", drawn: true, probability: 1 },
        ],
      },
      profile: { id: "hostile", version: "1", fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      domains: {
        security: {
          micropoints: -4_000_000,
          probability: expect.closeTo(0.2847, 4),
          calibrated: false,
          channel: "red",
          items: [{ item: 1, micropoints: 6_000_000 }],
          contributions: [
            { kind: "base", id: "base", micropoints: -10_000_000 },
            { kind: "rule", id: "any", item: 1, micropoints: 1_000_000 },
            { kind: "rule", id: "words", item: 1, micropoints: 5_000_000 },
          ],
          rules: { any: "fired", words: "fired" },
        },
      },
      engine: { version: expect.any(String) },
      catalogue: { version: expect.any(String) },
      issues: [],
    });
    expect(second).toMatchObject({ id: "B", domains: { security: { micropoints: -8_000_000, rules: { any: "fired", words: "undetermined" } } } });
  });

  it("gives the same line for a declaration wherever it stands, and the same bytes twice", async () => {
    const lines = Array.from({ length: 20 }, (_, index) => line(`D${index}`, { description: index % 2 === 0 ? "scrap" : "pipes" }));
    const forwards = await score(space.write("forwards.jsonl", lines.join("\n")));
    const backwards = await score(space.write("backwards.jsonl", [...lines].reverse().join("\n")));
    expect(backwards.stdout.trim().split("\n").reverse()).toEqual(forwards.stdout.trim().split("\n"));
    expect((await score(space.path("forwards.jsonl"))).stdout).toBe(forwards.stdout);
  });

  it("keeps what is refused, reports each fault in a line, and goes on; exit 1", async () => {
    const source = [line("A"), line("B", { hsCode: "x", netMassKg: "5" }), "{", line("C")].join("\n");
    const input = space.write("bad.jsonl", source);
    const { status, stdout, stderr } = await score(input, "--rejects", space.path("rejects.jsonl"));
    expect(status).toBe(1);
    expect(parsed(stdout).map(({ id }) => id)).toEqual(["A", "C"]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringContaining(`${input}: line 2: declaration.items[0].hsCode: `),
      expect.stringContaining(`${input}: line 2: declaration.items[0].netMassKg: `),
      expect.stringContaining(`${input}: line 3: (root): expected JSON`),
      `2 refused, kept in ${space.path("rejects.jsonl")}`,
    ]);
    const rejects = parsed(space.read("rejects.jsonl"));
    expect(rejects).toMatchObject([
      { line: 2, raw: source.split("\n")[1], issues: [{ code: "value.invalid", path: ["declaration", "items", 0, "hsCode"] }, { code: "value.type" }] },
      { line: 3, raw: "{", issues: [{ code: "json.syntax" }] },
    ]);
    expect(space.has("rejects.jsonl.partial")).toBe(false);
    expect((await score(input)).stderr.trimEnd().split("\n").at(-1)).toBe("2 refused");
  });

  it("keeps a record that was read but not scored as a line that can be read again", async () => {
    const supplied = [{ indicator: "itemCount", value: 5, source: "s", knownAt: "2027-01-01T00:00:00Z" }];
    const facts = JSON.stringify({ id: "F", asOf: "2026-01-01T00:00:00Z", facts: { currency: "EUR", header: {}, items: [] } });
    const input = space.write(
      "late.jsonl",
      `${line("A", {}, { supplied })}\n${facts}\n${line("B", {}, { supplied: [{ ...supplied[0], indicator: "nothing" }] })}\n`,
    );
    const { status, stdout, stderr } = await score(input, "--rejects", space.path("late-rejects.jsonl"));
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("line 1: supplied[0].knownAt");
    expect(stderr).toContain("line 2: currency");
    const raws = parsed(space.read("late-rejects.jsonl")).map(({ raw }) => String(raw));
    expect(JSON.parse(raws[0] ?? "")).toEqual(JSON.parse(line("A", {}, { supplied })));
    const again = await score(space.write("again.jsonl", raws.join("\n")));
    expect(
      again.stderr
        .split("\n")
        .slice(0, 3)
        .map((text) => text.replace("again.jsonl", "late.jsonl")),
    ).toEqual(stderr.split("\n").slice(0, 3));
  });

  it("scores facts that were computed elsewhere", async () => {
    const facts = { header: {}, items: [{ item: 3, values: { hsCode: "010121", goodsDescription: "scrap" } }] };
    const input = space.write("facts.jsonl", JSON.stringify({ id: "F", asOf: "2026-01-01T00:00:00Z", facts }));
    const { status, stdout } = await score(input);
    expect([status, parsed(stdout)]).toMatchObject([
      0,
      [{ id: "F", asOf: "2026-01-01T00:00:00Z", channel: "red", domains: { security: { items: [{ item: 3 }] } } }],
    ]);
  });

  it("assesses at --as-of, which facts must agree with", async () => {
    const facts = JSON.stringify({ id: "F", asOf: "2026-01-01T00:00:00Z", facts: { header: {}, items: [] } });
    const input = space.write("as-of.jsonl", `${line("A")}\n${facts}\n`);
    const other = await score(input, "--as-of", "2026-05-01T00:00:00Z");
    expect([other.status, parsed(other.stdout).map(({ id, asOf }) => [id, asOf])]).toEqual([1, [["A", "2026-05-01T00:00:00Z"]]]);
    expect(other.stderr).toContain("line 2: asOf");
    const same = await score(input, "--as-of", "2026-01-01T00:00:00Z");
    expect([same.status, parsed(same.stdout).map(({ asOf }) => asOf)]).toEqual([0, ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"]]);
    for (const asOf of ["2026-05-01", "now", ""]) expect((await score(input, "--as-of", asOf)).status).toBe(2);
  });

  it.each(["en", "vi"])("explains in %s where asked to, in reasons that add up", async (language) => {
    const input = space.write("explain.jsonl", line("A", { description: "scrap \u001b[31m\u009b\u2028\u202e metal" }));
    const { stdout } = await score(input, "--explain", language);
    const { explanation } = JSON.parse(stdout) as { readonly explanation: OfficerExplanation };
    expect(explanation.language).toBe(language);
    expect(explanation.domains).toHaveLength(1);
    for (const domain of explanation.domains) expect(domain.reasons.reduce((sum, reason) => sum + reason.micropoints, 0)).toBe(domain.micropoints);
    expectHarmless(stdout.trimEnd());
    expect(JSON.stringify(explanation)).toContain(JSON.stringify("scrap \u001b[31m\u009b\u2028\u202e metal").slice(1, -1));
  });

  it("reads a table with a mapping, and the Korean table without", async () => {
    const table = space.write("table.csv", 'id,day,hs,text\nA,2026-03-01,0101,"scrap, ""old"""\nB,2026-02-30,0101,x\nC,2026-03-02,0101,\n');
    const csv = await runMain(["score", "--profile", profilePath, "--input", table, "--format", "csv", "--mapping", mappingPath]);
    expect([csv.status, parsed(csv.stdout).map(({ id, channel }) => [id, channel])]).toEqual([
      1,
      [
        ["A", "red"],
        ["C", "green"],
      ],
    ]);
    expect(csv.stderr).toContain(`${table}: line 3: day: expected a real date`);
    const columns =
      "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud";
    const korea = space.write("korea.csv", `${columns}\n1,2021-01-01,07,B,11,11,11,40,D1,I1,,,010121,ZZ,KR,7.2,FCN1,E,0.0,86125.20000000001,0,0\n`);
    const krw = space.write("krw.json", { ...PROFILE, currency: "KRW" });
    const run = await runMain(["score", "--profile", krw, "--input", korea, "--format", "korea"]);
    expect([run.status, run.stderr, parsed(run.stdout).map(({ id, asOf }) => [id, asOf])]).toEqual([0, "", [["1", "2021-01-01T00:00:00+09:00"]]]);
  });

  it("never writes a text of its input raw to standard error", async () => {
    const evil = "\u001b[2J\u009b31m\u202e\u2028";
    const jsonl = space.write(
      "evil.jsonl",
      [`{"${evil}`, line(evil), JSON.stringify({ declaration: declaration({ [evil]: 1 }) }), line("A", { originCountryCode: evil })].join("\n"),
    );
    const table = space.write("evil.csv", `id,day,"${evil}\nx",text\n`);
    const cells = space.write("evil-cells.csv", `id,day,hs,text\n${evil},${evil},${evil},x\n"${evil}\n`);
    const mapping = ["--format", "csv", "--mapping", mappingPath];
    const runs = [
      await score(jsonl, "--rejects", space.path("evil-rejects.jsonl")),
      await runMain(["score", "--profile", profilePath, "--input", table, ...mapping]),
      await runMain(["score", "--profile", profilePath, "--input", cells, ...mapping]),
    ];
    expect(runs.map(({ status }) => status)).toEqual([1, 1, 1]);
    const lines = [...runs.map(({ stderr }) => stderr), space.read("evil-rejects.jsonl")].flatMap((text) => text.trimEnd().split("\n"));
    expect(lines.length).toBeGreaterThan(10);
    for (const text of lines) expectHarmless(text);
    expect(parsed(space.read("evil-rejects.jsonl"))[0]).toMatchObject({ raw: `{"${evil}` });
  });

  it("writes to a file, which is there only when it is complete", async () => {
    const input = space.write("out.jsonl", line("A"));
    const run = await score(input, "--output", space.path("out.result"));
    expect([run.status, run.stdout, run.stderr]).toEqual([0, "", ""]);
    expect(space.read("out.result")).toBe((await score(input)).stdout);
    expect(space.has("out.result.partial")).toBe(false);
    const failed = await score(space.path("missing.jsonl"), "--output", space.path("none.result"), "--rejects", space.path("none.rejects"));
    expect(failed.status).toBe(1);
    for (const name of ["none.result", "none.result.partial", "none.rejects", "none.rejects.partial"]) expect(space.has(name)).toBe(false);
  });

  it("writes large outputs as a whole", async () => {
    const lines = Array.from({ length: 400 }, (_, index) => line(`D${index}`));
    const run = await score(space.write("large.jsonl", lines.join("\n")), "--output", space.path("large.result"));
    expect(run.status).toBe(0);
    expect(parsed(space.read("large.result")).map(({ id }) => id)).toEqual(lines.map((_, index) => `D${index}`));
    expect(space.read("large.result").length).toBeGreaterThan(3 << 16);
  });

  it("fails where an output cannot be written", async () => {
    const input = space.write("x.jsonl", line("A"));
    const output = await score(input, "--output", space.path("no/such/folder/x"));
    expect([output.status, output.stdout]).toEqual([1, ""]);
    expect(output.stderr).toBe(`${space.path("no/such/folder/x")}: cannot be read or written (ENOENT)\n`);
    const rejects = await score(input, "--rejects", space.path("no/such/folder/y"));
    expect(rejects.status).toBe(1);
    expect(rejects.stderr).toContain("no/such/folder/y: cannot be read or written (ENOENT)");
  });

  it("reads standard input, and flushes each result", async () => {
    const run = await runMain(
      ["score", "--profile", profilePath, "--input", "-", "--format", "json", "--rejects", space.path("stdin-rejects.jsonl")],
      [`${line("A")}\n${line("B").slice(0, 30)}`, new TextEncoder().encode(`${line("B").slice(30)}\n{\n`)],
    );
    expect([run.status, parsed(run.stdout).map(({ id }) => id)]).toEqual([1, ["A", "B"]]);
    expect(run.stderr).toContain("-: line 3: (root): expected JSON");
    expect(parsed(space.read("stdin-rejects.jsonl"))).toHaveLength(1);
  });

  it("tells how far it has come where a person watches, and wipes that out again", async () => {
    const input = space.write("progress.jsonl", Array.from({ length: 5 }, (_, index) => line(`D${index}`)).join("\n"));
    const isTerminal = Object.getOwnPropertyDescriptor(process.stderr, "isTTY");
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 200));
    Object.defineProperty(process.stderr, "isTTY", { value: true, configurable: true });
    try {
      const { stdout, stderr } = await score(input);
      expect(parsed(stdout)).toHaveLength(5);
      expect(stderr).toMatch(/^\r\d declarations.*\r\u001b\[K$/s);
    } finally {
      clock.mockRestore();
      if (isTerminal === undefined) Reflect.deleteProperty(process.stderr, "isTTY");
      else Object.defineProperty(process.stderr, "isTTY", isTerminal);
    }
  });
});

describe("score with a random rate", () => {
  const random = space.write("random.json", profile([], { selection: { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] } }));
  const input = space.write("random.jsonl", Array.from({ length: 30 }, (_, index) => line(`D${index}`)).join("\n"));
  const withKey = (...options: readonly string[]) => runMain(["score", "--profile", random, "--input", input, "--format", "json", ...options]);
  const secret = "0123456789abcdef";

  it("is a usage error without a key", async () => {
    expect(await withKey()).toEqual({ status: 2, stdout: "", stderr: "the profile has a random rate: pass --selection-key-file\n" });
  });

  it("draws with the key alone, whose last line end does not belong to it", async () => {
    const plain = await withKey("--selection-key-file", space.write("key", secret));
    expect(plain.status).toBe(0);
    expect(new Set(parsed(plain.stdout).map(({ channel }) => channel))).toEqual(new Set(["green", "red"]));
    for (const end of ["\n", "\r\n"]) expect((await withKey("--selection-key-file", space.write("key-end", secret + end))).stdout).toBe(plain.stdout);
    expect((await withKey("--selection-key-file", space.write("key-ends", `${secret}\n\n`))).stdout).not.toBe(plain.stdout);
    expect(plain.stdout).not.toContain(secret);
  });

  it.each([
    ["too short", "0123456789abcde"],
    ["too short without its line end", "0123456789abcde\n"],
    ["empty", ""],
  ])("refuses a key that is %s", async (_, key) => {
    const { status, stdout, stderr } = await withKey("--selection-key-file", space.write("bad-key", key));
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("expected a secret of at least 16 bytes");
    if (key !== "") expect(stderr).not.toContain(key.trim());
  });

  it("fails where the key cannot be read", async () => {
    expect(await withKey("--selection-key-file", space.path("no-key"))).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("ENOENT") });
  });
});

describe("score with a user's indicators", () => {
  const own = space.write(
    "own.json",
    profile([rule("nine", { op: "in", indicator: "lastDigit", values: ["9"] }, { level: "header" })], { catalogue: "tests/1" }),
  );
  const input = space.write(
    "own.jsonl",
    `${line("D19")}\n${JSON.stringify({ declaration: declaration({ id: "D18", extensions: { tests: { note: "x" } } }) })}\n`,
  );

  it("reads them and their extensions from a module", async () => {
    const { status, stdout, stderr } = await runMain([
      "score",
      "--profile",
      own,
      "--input",
      input,
      "--format",
      "json",
      "--indicators",
      fixture("indicators.mjs"),
    ]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(parsed(stdout)).toMatchObject([
      { id: "D19", channel: "red", catalogue: { version: "tests/1" }, domains: { security: { rules: { nine: "fired" } } } },
      { id: "D18", channel: "green" },
    ]);
    expect((await runMain(["score", "--profile", own, "--input", input, "--format", "json"])).status).toBe(1);
  });

  it.each([
    ["no-catalogue.mjs", "expected a catalogue as default export"],
    ["broken.mjs", "the module cannot be loaded (broken\\u001b[2J on purpose)"],
    ["missing.mjs", "the module cannot be loaded"],
  ])("refuses %s", async (name, message) => {
    const { status, stdout, stderr } = await runMain(["check", own, "--indicators", fixture(name)]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
  });
});

describe("score refuses to begin", () => {
  const input = space.write("one.jsonl", line("A"));

  it("with a profile of another fingerprint than expected", async () => {
    const { stdout } = await runMain(["check", profilePath]);
    const fingerprint = /sha256:[0-9a-f]{64}/.exec(stdout)?.[0] ?? "";
    expect((await score(input, "--expect-fingerprint", fingerprint)).status).toBe(0);
    const changed = space.write("changed.json", JSON.stringify(PROFILE).replace('"points":5', '"points":6'));
    const run = await runMain(["score", "--profile", changed, "--input", input, "--format", "json", "--expect-fingerprint", fingerprint]);
    expect([run.status, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toContain(`expected the fingerprint ${fingerprint}`);
  });

  it.each<readonly [string, readonly string[], string]>([
    ["a profile that is not there", ["--profile", space.path("none.json")], "none.json: cannot be read or written (ENOENT)"],
    ["a profile that is a folder", ["--profile", space.path("")], "cannot be read or written (EISDIR)"],
    ["a profile that is no JSON", ["--profile", space.write("no.json", "{,}")], "no.json: (root): expected JSON"],
    ["a profile with a key twice", ["--profile", space.write("twice.json", '{"id":"a","\\u0069d":"b"}')], 'twice.json: id: the key "id" stands twice'],
    ["a profile that is no UTF-8", ["--profile", space.write("latin.json", Uint8Array.of(0x22, 0xe9, 0x22))], "latin.json: the file is not UTF-8"],
    ["a profile of 100,000 levels", ["--profile", space.write("deep.json", "[".repeat(100_000))], "deep.json: (root): expected at most"],
    ["a profile that makes no sense", ["--profile", space.write("senseless.json", profile([{}]))], "senseless.json: domains.security.rules[0].id: expected"],
    ["input that is not there", ["--input", space.path("none.jsonl")], "none.jsonl: cannot be read or written (ENOENT)"],
    ["input that is a folder", ["--input", space.path("")], "cannot be read or written (EISDIR)"],
  ])("with %s: exit 1", async (_, options, message) => {
    const given = { "--profile": profilePath, "--input": input, "--format": "json", [options[0] ?? ""]: options[1] };
    const { status, stdout, stderr } = await runMain(["score", ...Object.entries(given).flatMap(([name, value]) => [name, String(value)])]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
  });

  it("takes a profile with a byte order mark", async () => {
    const marked = space.write("bom.json", `\ufeff${JSON.stringify(PROFILE)}`);
    expect((await runMain(["check", marked])).status).toBe(0);
  });

  it.each<readonly [string, readonly string[]]>([
    ["without any option", []],
    ["without a format", ["--profile", profilePath, "--input", input]],
    ["without an input", ["--profile", profilePath, "--format", "json"]],
    ["with an empty input", ["--profile", profilePath, "--format", "json", "--input", ""]],
    ["with an unknown format", ["--profile", profilePath, "--input", input, "--format", "xml"]],
    ["with an unknown language", ["--profile", profilePath, "--input", input, "--format", "json", "--explain", "fr"]],
    ["with an unknown option", ["--profile", profilePath, "--input", input, "--format", "json", "--loud"]],
    ["with an argument too many", ["--profile", profilePath, "--input", input, "--format", "json", "more"]],
    ["with a table but no mapping", ["--profile", profilePath, "--input", input, "--format", "csv"]],
    ["with a mapping but no table", ["--profile", profilePath, "--input", input, "--format", "json", "--mapping", mappingPath]],
    ["with one file for output and rejects", ["--profile", profilePath, "--input", input, "--format", "json", "--output", "x", "--rejects", "./x"]],
  ])("%s: exit 2", async (_, options) => {
    const { status, stdout, stderr } = await runMain(["score", ...options]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
  });

  it("with a table whose mapping is unreadable or wrong, before the input is touched", async () => {
    const table = (mapping: string, from: string) => runMain(["score", "--profile", profilePath, "--input", from, "--format", "csv", "--mapping", mapping]);
    const wrong = await table(space.write("wrong.json", { ...MAPPING, rows: "x" }), space.path("none.csv"));
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining("wrong.json: rows: expected")]);
    const missing = await table(mappingPath, space.path("none.csv"));
    expect([missing.status, missing.stderr]).toEqual([1, `${space.path("none.csv")}: cannot be read or written (ENOENT)\n`]);
  });
});
