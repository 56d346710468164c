import { fitL1 } from "./fit-l1.js";
import { fitL2 } from "./fit-l2.js";
import { logLossGradient, startingPoint } from "./log-loss.js";
import { type Chain, type OneHot, renameColumns } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";

/** How far an optimality condition may be missed, as a share of the strength; ten times what the fits themselves leave. */
const TOLERANCE = 1e-5;
const MAX_ROUNDS = 1_000;

/**
 * The best fit among those whose chains rise or fall: neighbours that stand in the wrong order are pooled, so that they share one
 * weight, and everything is fitted again; a pool that would gain from coming apart is split. Where neither happens the conditions of
 * Karush, Kuhn and Tucker hold, and the problem is convex.
 */
export function fitMonotone(design: OneHot, kind: "l2" | "l1", strength: number, start: Float64Array = startingPoint(design)): SparseFit {
  const isPooled = new Uint8Array(design.columns);
  let parameters = start;
  let iterations = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fit = fitPooled(design, kind, strength, isPooled, parameters);
    parameters = fit.parameters;
    iterations += fit.iterations;
    if (!fit.converged) return { parameters, iterations, converged: false };
    if (!pool(design.chains, parameters, isPooled) && !split(design, kind, strength, parameters, isPooled)) {
      return { parameters, iterations, converged: true };
    }
  }
  return { parameters, iterations, converged: false };
}

/** Fits with one weight for every pool: a column that is pooled shares that of the column before it in its chain. */
function fitPooled(design: OneHot, kind: "l2" | "l1", strength: number, isPooled: Uint8Array, start: Float64Array): SparseFit {
  const renamed = new Int32Array(design.columns).fill(-1);
  let columns = 0;
  for (const chain of design.chains) for (const column of chain.columns) renamed[column] = isPooled[column] === 1 ? columns - 1 : columns++;
  for (let column = 0; column < design.columns; column += 1) if (renamed[column] === -1) renamed[column] = columns++;
  const shared = new Float64Array(columns + 1);
  shared[0] = start[0] as number;
  for (const [from, to] of renamed.entries()) shared[to + 1] = start[from + 1] as number;
  const fit = (kind === "l2" ? fitL2 : fitL1)(renameColumns(design, renamed, columns), strength, shared);
  const parameters = new Float64Array(design.columns + 1);
  parameters[0] = fit.parameters[0] as number;
  for (const [from, to] of renamed.entries()) parameters[from + 1] = fit.parameters[to + 1] as number;
  return { ...fit, parameters };
}

/** Pools neighbours in the wrong order; whether there were any. */
function pool(chains: readonly Chain[], parameters: Float64Array, isPooled: Uint8Array): boolean {
  let found = false;
  for (const { columns, direction } of chains) {
    const sign = direction === "rising" ? 1 : -1;
    for (const [at, column] of columns.entries()) {
      const before = columns[at - 1];
      if (before === undefined || sign * ((parameters[column + 1] as number) - (parameters[before + 1] as number)) >= 0) continue;
      isPooled[column] = 1;
      found = true;
    }
  }
  return found;
}

/** Splits the pool that gains most from it where it does; whether there was one. */
function split(design: OneHot, kind: "l2" | "l1", strength: number, parameters: Float64Array, isPooled: Uint8Array): boolean {
  const gradient = new Float64Array(parameters.length);
  logLossGradient(design, parameters, gradient);
  let best = { column: -1, gain: TOLERANCE * strength };
  for (const { columns, direction } of design.chains) {
    const sign = direction === "rising" ? 1 : -1;
    for (const members of poolsOf(columns, isPooled)) {
      for (let at = 1; at < members.length; at += 1) {
        // the part before moves against the direction, or the part after along it
        const left = descent(design, kind, strength, parameters, gradient, members.slice(0, at), -sign);
        const right = descent(design, kind, strength, parameters, gradient, members.slice(at), sign);
        const gain = Math.max(left, right);
        if (gain > best.gain) best = { column: members[at] as number, gain };
      }
    }
  }
  if (best.column === -1) return false;
  isPooled[best.column] = 0;
  return true;
}

function poolsOf(columns: readonly number[], isPooled: Uint8Array): readonly (readonly number[])[] {
  const pools: number[][] = [];
  for (const column of columns) {
    const last = pools.at(-1);
    if (isPooled[column] === 1 && last !== undefined) last.push(column);
    else pools.push([column]);
  }
  return pools;
}

/** How fast the objective falls when some weights move together by a sign. */
function descent(
  { factors }: OneHot,
  kind: "l2" | "l1",
  strength: number,
  parameters: Float64Array,
  gradient: Float64Array,
  columns: readonly number[],
  sign: number,
): number {
  let fall = 0;
  for (const column of columns) {
    const weight = parameters[column + 1] as number;
    const price = strength * (factors[column] as number);
    const penalty = kind === "l2" ? price * weight * sign : price * (weight === 0 ? 1 : Math.sign(weight) * sign);
    fall -= sign * (gradient[column + 1] as number) + penalty;
  }
  return fall;
}
