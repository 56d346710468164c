import { prepareName } from "../names/prepared-name.js";

/** Words of an address that make its blocks with its numbers. */
const BLOCK_WORDS = 4;
const BLOCK_NUMBERS = 3;

/** The blocks of a normalised address: a number and a word of it, or two words where it has no number. */
export function addressBlocks(address: string): readonly string[] {
  const { tokens } = prepareName(address);
  const numbers = tokens.filter((token) => token.wordClass === "number").slice(0, BLOCK_NUMBERS);
  const words = tokens.filter((token) => token.wordClass !== "number" && token.wordClass !== "particle" && token.text.length > 1).slice(0, BLOCK_WORDS);
  const firsts = numbers.length > 0 ? numbers : words;
  return firsts.flatMap((first) => words.filter((word) => numbers.length > 0 || word.text > first.text).map((word) => `address ${first.text} ${word.key}`));
}
