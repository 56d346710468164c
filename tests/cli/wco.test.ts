import { afterAll, describe, expect, it } from "vitest";
import { declaration, item } from "../adapters/wco/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profile = space.write("profile.json", PROFILE);
const input = space.write("messages.xml", `<all>${declaration("<ID>A</ID>")}\n${declaration("<ID>B</ID>", item(1, ""))}\n${declaration("<ID>C</ID>")}</all>`);

function score(...options: readonly string[]) {
  return runMain(["score", "--profile", profile, "--input", input, ...options]);
}

describe("score --format wco", () => {
  it("scores the declarations of XML messages, and tells of the others with their place", async () => {
    const { status, stdout, stderr } = await score("--format", "wco", "--received-at", "2026-03-01T08:00:00Z");
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => [JSON.parse(line).id, JSON.parse(line).asOf]),
    ).toEqual([
      ["A", "2026-03-01T08:00:00Z"],
      ["C", "2026-03-01T08:00:00Z"],
    ]);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("line 2: items[0].hsCode at /Declaration/GoodsShipment/GovernmentAgencyGoodsItem (line 2): expected"),
    ]);
  });

  it("says how to tell when messages came in that do not say so", async () => {
    const { status, stderr } = await score("--format", "wco", "--utc-offset", "+07:00");
    expect([status, stderr]).toEqual([1, expect.stringContaining("--received-at")]);
  });

  it.each([
    [["--format", "wco", "--received-at", "yesterday"], "--received-at: expected an instant"],
    [["--format", "wco", "--utc-offset", "7"], "--utc-offset: expected an offset"],
    [["--format", "json", "--utc-offset", "Z"], "--received-at and --utc-offset go with --format wco and ens"],
    [["--format", "wco", "--mapping", "m.json"], "--mapping goes with --format csv"],
  ])("refuses options that make no sense: %j", async (options, message) => {
    expect(await score(...options)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  });
});
