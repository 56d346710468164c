import { CommandFailure } from "./failure.js";

/** The whole number of an option, at most nine digits; else wrong usage. */
export function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new CommandFailure(`${option}: expected a whole number, received \`${text}\``, 2);
  return Number(text);
}
