import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ANY_ITEM, declaration, item, profile, rule } from "../hostile/support.js";

/** A folder of its own for a test. */
export interface Workspace {
  /** The path of a name in the folder. */
  readonly path: (name: string) => string;
  /** Writes a file, objects as JSON; gives its path. */
  readonly write: (name: string, content: string | Uint8Array | object) => string;
  readonly read: (name: string) => string;
  readonly has: (name: string) => boolean;
  /** The names of all files. */
  readonly names: () => readonly string[];
  readonly remove: () => void;
}

export function createWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "consignment-risk-test-"));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
      return path(name);
    },
    read: (name) => readFileSync(path(name), "utf8"),
    has: (name) => existsSync(path(name)),
    names: () => readdirSync(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The path of a file under `tests/cli/fixtures`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

/** A profile with one rule that reads descriptions, and one that any item fires. */
export const PROFILE: object = profile([
  rule("words", { op: "containsAny", indicator: "goodsDescription", values: ["scrap"] }),
  rule("any", ANY_ITEM, { effect: { kind: "points", points: 1, undetermined: 0 } }),
]);

/** A declaration as a record of JSON Lines. */
export function line(id: string, fields: object = {}, more: object = {}): string {
  return JSON.stringify({ declaration: declaration({ id, items: [item(fields)] }), ...more });
}

/** A mapping for the columns `id,day,hs,text`. */
export const MAPPING: object = {
  schema: "consignment-risk/mapping@1",
  delimiter: ",",
  rows: "declaration",
  header: { id: { column: "id" }, direction: { constant: "import" }, registeredAt: { column: "day", dateAt: "+07:00" } },
  item: { hsCode: { column: "hs" }, description: { column: "text" } },
  ignore: [],
  extensions: [],
};
