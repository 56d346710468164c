import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const folder = process.env.CONSIGNMENT_RISK_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** The path of a file of published messages; nothing where there is none. */
export function messagesPath(name: string): string | undefined {
  const path = `${folder}/messages/${name}`;
  return existsSync(path) ? path : undefined;
}

/** Why a test of published messages is skipped. */
export function skipped(title: string, name: string): string {
  return `${title} (skipped: CONSIGNMENT_RISK_DATA names no folder with messages/${name})`;
}

/** The files of a gzipped tar archive, by name, without a leading `./`. */
export function* filesOf(path: string): Generator<readonly [name: string, bytes: Uint8Array]> {
  const archive = gunzipSync(readFileSync(path));
  const text = (from: number, length: number): string => archive.toString("utf8", from, from + length).replace(/\0.*$/s, "");
  let longName: string | undefined;
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const type = text(at + 156, 1);
    const prefix = text(at + 345, 155);
    const data = archive.subarray(at + 512, at + 512 + size);
    if (type === "L") longName = text(at + 512, size);
    else if (type === "x") longName = /\d+ path=([^\n]*)\n/.exec(data.toString("utf8"))?.[1];
    else {
      const name = longName ?? (prefix === "" ? text(at, 100) : `${prefix}/${text(at, 100)}`);
      longName = undefined;
      if (type === "0" || type === "") yield [name.replace(/^\.\//, ""), data];
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
