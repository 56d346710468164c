import { sha256Text } from "../../core/digest.js";

/** A number in [0, 1) that depends on seed and key alone: which slice or fold a signature falls into. */
export function uniformOf(seed: number, key: string): number {
  return Number.parseInt(sha256Text(`${seed} ${key}`).slice("sha256:".length, "sha256:".length + 13), 16) / 2 ** 52;
}
