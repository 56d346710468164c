import { createSelectionKey, type SelectionKey } from "../assessment/selection-key.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { CommandFailure, orFail } from "./failure.js";
import { readBytes } from "./files.js";

/** The key that random inspections are drawn with, where one is named; profiles with a random rate need one. */
export async function loadKeyFor(profiles: readonly CompiledProfile[], path: string | undefined): Promise<SelectionKey | undefined> {
  if (path !== undefined) return loadKey(path);
  if (profiles.some(({ document }) => document.selection.randomRate !== undefined)) {
    throw new CommandFailure("the profile has a random rate: pass --selection-key-file", 2);
  }
  return undefined;
}

/** Reads a selection key: all bytes of the file, without one line end that an editor may have put behind them. */
async function loadKey(path: string): Promise<SelectionKey> {
  const bytes = await readBytes(path);
  const end = bytes.at(-1) === 0x0a ? (bytes.at(-2) === 0x0d ? -2 : -1) : bytes.length;
  return orFail(createSelectionKey(bytes.slice(0, end)), path);
}
