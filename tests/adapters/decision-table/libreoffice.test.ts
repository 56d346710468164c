import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { exportDecisionTableOrThrow } from "../../../src/adapters/decision-table/export-decision-table.js";
import { importDecisionTableOrThrow } from "../../../src/adapters/decision-table/import-decision-table.js";
import type { RiskProfile } from "../../../src/profile/profile.js";
import { ruleWhen, ruleWith } from "./table.js";

const soffice = process.env.SOFFICE ?? "/usr/bin/soffice";
const hasOffice = existsSync(soffice);

if (!hasOffice) console.warn(`no LibreOffice at ${soffice}: decision tables do not go through a spreadsheet program (set SOFFICE to its path)`);

/** What a spreadsheet program likes to turn into something else. */
const TEMPTING = [
  "007",
  "0101",
  "1E5",
  "3/4",
  "2026-03-01",
  "=1+1",
  "+1",
  "-1",
  "@x",
  "'tis",
  "TRUE",
  "123456789012",
  "1,5",
  "1.50",
  "  x",
  "đ",
  "a\nb",
  'a "b" c',
];

describe.skipIf(!hasOffice)("a decision table in LibreOffice", () => {
  it("is opened, kept as a spreadsheet and saved as CSV without a rule changing", () => {
    const profile = JSON.parse(readFileSync(new URL("../../../docs/examples/vietnam-import.json", import.meta.url), "utf8")) as RiskProfile;
    const table = {
      ...Object.fromEntries(Object.entries(profile.domains).map(([id, { rules }]) => [id, rules])),
      tempting: [
        ruleWith({ id: "texts", basis: { kind: "operational", reference: "=HYPERLINK(1)" }, effect: { kind: "points", points: -0.25, undetermined: 0 } }),
        ...TEMPTING.map((text, index) => ({
          ...ruleWhen({ op: "eq", indicator: "hsCode", value: text }),
          id: `eq-${index}`,
          texts: { title: { en: text }, reason: { en: text } },
        })),
        { ...ruleWhen({ op: "in", indicator: "originCountry", values: TEMPTING }), id: "in" },
        { ...ruleWhen({ op: "between", indicator: "unitValue", min: -1.5, max: 123_456_789_012 }), id: "numbers" },
      ],
    };
    const csv = exportDecisionTableOrThrow(table);
    const folder = mkdtempSync(join(tmpdir(), "consignment-risk-office-"));
    const convert = (...args: readonly string[]): void => {
      // a profile of its own, so that an office that is open does not answer instead
      execFileSync(soffice, [`-env:UserInstallation=${pathToFileURL(join(folder, "user")).href}`, "--headless", ...args], {
        cwd: folder,
        stdio: "pipe",
        timeout: 120_000,
      });
    };
    try {
      writeFileSync(join(folder, "table.csv"), csv);
      // UTF-8, commas; as it is when somebody opens it: texts in quotes are no texts to the program, and it looks for numbers
      convert("--infilter=CSV:44,34,76,1,,0,false,false", "--convert-to", "ods", "table.csv");
      convert("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", "saved", "table.ods");
      const saved = readFileSync(join(folder, "saved/table.csv"));
      expect(importDecisionTableOrThrow(saved)).toEqual(importDecisionTableOrThrow(csv));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
