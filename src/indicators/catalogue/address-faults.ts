import { foldPhrase, foldWords } from "../../core/text.js";

/** Phrases of addresses at which nobody need be found. */
const POST_BOX = [" po box ", " p o box ", " pobox ", " post box ", " hop thu "];
const CARE_OF = [" c o ", " care of ", " nho chuyen "];

/** What an address lacks to be found: `noAddress`, `incomplete` (fewer than three words, or no figure), `poBox`, `careOf`. */
export function addressFaults(address: string | undefined): readonly string[] {
  const phrase = foldPhrase(address ?? "");
  if (phrase.trim() === "") return ["noAddress"];
  return [
    ...(foldWords(phrase).length < 3 || !/\p{N}/u.test(phrase) ? ["incomplete"] : []),
    ...(POST_BOX.some((words) => phrase.includes(words)) ? ["poBox"] : []),
    ...(CARE_OF.some((words) => phrase.includes(words)) ? ["careOf"] : []),
  ];
}
