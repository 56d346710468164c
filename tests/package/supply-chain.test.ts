import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./built.js";

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { readonly packages: Readonly<Record<string, Locked>> };
const runtime = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true);
const names = runtime.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)).sort();
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
const listed = [...page.matchAll(/^\| ([@\w/.-]+) \| [^|]+ \| (MIT|ISC|BlueOak-1\.0\.0) \| [^|]+ \|$/gm)].map(([, name = "", license = ""]) => ({
  name,
  license,
}));

describe("what an installation brings with it", () => {
  it("runs no script", () => {
    expect(runtime.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual([]);
  });

  it("has a hash for every package, and a licence that asks for no more than to be named", () => {
    expect(runtime.filter(([, { integrity }]) => integrity?.startsWith("sha512-") !== true).map(([path]) => path)).toEqual([]);
    expect([...new Set(runtime.map(([, { license }]) => license))].sort()).toEqual(["BlueOak-1.0.0", "MIT"]);
  });

  it("is listed with why it is there, the dependencies of dependencies and what stands in dist included", () => {
    const bill = billOfMaterials();
    const bundled = bill.components.filter(({ properties }) => properties.length > 0).map(({ "bom-ref": ref }) => ref.slice(0, ref.lastIndexOf("@")));
    expect(listed.map(({ name }) => name).sort()).toEqual([...names, ...bundled].sort());
    expect(bill.components.map(({ "bom-ref": ref }) => ref.slice(0, ref.lastIndexOf("@"))).sort()).toEqual([...names, ...bundled].sort());
    for (const { name, license } of listed) {
      expect(lock.packages[`node_modules/${name}`]?.license, name).toBe(license);
    }
  });
});

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly { readonly "bom-ref": string; readonly properties: readonly object[] }[];
}

function billOfMaterials(): Bill {
  const folder = mkdtempSync(join(tmpdir(), "consignment-risk-sbom-"));
  try {
    execFileSync(process.execPath, [join(root, ".ci/sbom.mjs"), join(folder, "bill.json")], { stdio: "pipe" });
    const bill = JSON.parse(readFileSync(join(folder, "bill.json"), "utf8")) as Bill;
    expect(bill.bomFormat).toBe("CycloneDX");
    return bill;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
