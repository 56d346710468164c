import { afterAll, describe, expect, it } from "vitest";
import { csv, json, sheet } from "../adapters/vnaccs/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profile = space.write("profile.json", PROFILE);
const amended = sheet({ id: "108625440121", changedAt: "22/11/2026 08:30:00" }, { description: "scrap" }, { hsCode: "29333990" });
const table = space.write("table.csv", csv([amended, sheet({ id: "2", firstId: "F", branch: 1, branches: 2 })]));

describe("VNACCS declarations on the command line", () => {
  it("are scored with warnings told, and a part that never came is refused", async () => {
    const { status, stdout, stderr } = await runMain(["score", "--profile", profile, "--input", table, "--format", "vnaccs"]);
    const scored = stdout.trimEnd().split("\n");
    expect(scored.map((line) => [JSON.parse(line).id, JSON.parse(line).asOf])).toEqual([
      ["108625440121", "2026-11-22T08:30:00+07:00"],
      ["2", "2026-11-21T08:30:00+07:00"],
    ]);
    expect(status).toBe(1);
    expect(stderr.split("\n")).toEqual([
      expect.stringContaining("table.csv: warning: line 2: id: expected the declaration that it amends, before it"),
      expect.stringContaining("table.csv: line 4: split: expected part 2 of 2 of 2, received nothing"),
      "1 refused",
      "",
    ]);
  });

  it("are replayed and learned from, with what was found", async () => {
    const inspected = ["A", "B", "A", "B"].map((result, index) =>
      sheet({ id: `10862544${index}000`, result, resultAt: `2${index + 2}/11/2026 08:30:00` }, { description: result === "B" ? "scrap" : "goods" }),
    );
    const input = space.write("inspected.jsonl", json(...inspected, sheet({ id: "108625449001", result: "A", resultAt: "30/11/2026 08:30:00" })));
    const { status, stdout, stderr } = await runMain(["backtest", "--profile", profile, "--input", input, "--format", "vnaccs", "--json"]);
    expect([status, JSON.parse(stdout).cases.length]).toEqual([0, 5]);
    expect(stderr).toContain("inspected.jsonl: warning: line 5: id: expected the declaration that it amends");
  });
});
