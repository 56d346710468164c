import { foldText } from "./text.js";

/** Small letters of other alphabets, and of phonetic writing, that a reader takes for Latin ones: each with the letter it passes for. */
const SMALL: ReadonlyMap<string, string> = pairs(
  // Cyrillic, Greek
  "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw ӏl һh αa βb εe ιi κk νv οo ρp τt υu χx ηn ωw " +
    // Armenian, Cherokee
    "օo սu հh ոn ցg ꭺa ꭼe ꭲt ꮯc ꮲp ꮢr ꮋh ꮇm ꮃw ꮪs ꮮl ꮶk " +
    // small capitals and letters of phonetic alphabets
    "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ɩi",
);

/** Capitals that pass for another letter than their small form does. */
const CAPITAL: ReadonlyMap<string, string> = pairs("ΗH ΝN ΥY ΜM");
const CAPITALS = /[ΗΝΥΜ]/gu;
const GREEK = /\p{Script=Greek}/u;
const NOT_ASCII = /[^ -~]/gu;

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(" ").map((pair) => {
      const [from, to] = Array.from(pair);
      return [from as string, to as string];
    }),
  );
}

/** The Latin letter that a small letter of another alphabet passes for; the letter itself where it passes for none. */
export function latinLookalike(letter: string): string {
  return SMALL.get(letter) ?? letter;
}

/**
 * A folded text in which letters of other alphabets that pass for Latin ones are read as these, so that a word cannot hide behind
 * them. What is written in another alphabet altogether becomes unreadable: it is for comparison with Latin words alone. Idempotent.
 */
export function foldLookalikes(text: string): string {
  const folded = foldText(text);
  if (!GREEK.test(folded)) return folded.replace(NOT_ASCII, latinLookalike);
  return foldText(text.normalize("NFKD").replace(CAPITALS, (letter) => CAPITAL.get(letter) as string)).replace(NOT_ASCII, latinLookalike);
}
