import { CommandFailure } from "./failure.js";
import { wholeNumber } from "./whole-number.js";

/** The options of every command that draws bootstrap samples. */
export interface ResamplingOptions {
  readonly seed: string;
  readonly replicates: string;
}

/** Seed and number of samples. */
export function bootstrapOf({ seed, replicates }: ResamplingOptions): { readonly seed: number; readonly replicates: number } {
  const samples = wholeNumber(replicates, "--replicates");
  if (samples < 1 || samples > 1_000_000) throw new CommandFailure(`--replicates: expected 1 to 1000000, received \`${replicates}\``, 2);
  return { seed: wholeNumber(seed, "--seed"), replicates: samples };
}

/** Shares from percentages such as `5,10`. */
export function sharesOf(text: string): readonly { readonly share: number }[] {
  return text.split(",").map((part) => {
    const percent = Number(part);
    if (!/^\d{1,3}(\.\d{1,3})?$/.test(part) || !(percent > 0 && percent <= 100)) {
      throw new CommandFailure(`--at: expected percentages above 0 and at most 100 such as 5,10, received \`${text}\``, 2);
    }
    return { share: percent / 100 };
  });
}
