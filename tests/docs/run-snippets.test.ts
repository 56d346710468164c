import { describe, expect, it } from "vitest";
import { root } from "../package/built.js";
import { openWorkshop } from "./run-snippets.js";

const workshop = openWorkshop(root, "snippets-of-tests");

describe("the runner of snippets", () => {
  it("finds type errors by module and line, and none where there are none", () => {
    const errors = workshop.check({ good: "export const x: number = 1;\n", bad: 'const first = 1;\nconst x: number = "a";\n' });
    expect(Object.keys(errors)).toEqual(["bad"]);
    expect(errors.bad?.[0]).toMatch(/^line 2: .*not assignable/);
  });

  it("knows the package by its own name, with its types", () => {
    const errors = workshop.check({ self: 'import { assess, doesNotExist } from "consignment-risk";\nassess satisfies number;\n' });
    expect(errors.self).toHaveLength(2);
    expect(errors.self?.[0]).toContain("doesNotExist");
  });

  it("runs a module against the built package and tells when it throws", () => {
    const good = workshop.run("good", 'import { assess } from "consignment-risk";\nconst kind: string = typeof assess;\nconsole.log(kind);\n');
    expect(good).toEqual({ status: 0, output: "function\n" });
    const bad = workshop.run("bad", 'throw new Error("on purpose");\n');
    expect(bad.status).toBe(1);
    expect(bad.output).toContain("on purpose");
  });

  it("runs commands until the first that fails", () => {
    expect(workshop.shell("echo one\ntrue\n")).toEqual({ status: 0, output: "one\n" });
    expect(workshop.shell("echo one\nfalse\necho two\n")).toEqual({ status: 1, output: "one\n" });
  });
});
