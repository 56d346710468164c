/**
 * One spelling for what romanisations write in many ways. Groups of letters become one letter for one sound (`x` kh, `S` sh, `C` ch,
 * `c` ts, `j` zh and dj); the longest group counts; long and double letters become single ones.
 */
const GROUPS = `shch SC, schtsch SC, tsch C, tch C, tsh C, cz C, ch C, sch S, sh S, dzh j, dj j, zh j, kh x, x ks, gh g, ph f, th t, dh d, ck k, q k, ce se,
  ci si, cy si, c k, tz c, ts c, ou u, oo u, w v, ee i, iy i, yi i, ij i, y i, ai ei, ay ei, aey ei, aei ei, ey ei`;

interface Group {
  readonly letters: string;
  readonly sound: string;
}

/** The groups by the code of their first letter, the longest first. */
const BY_FIRST: readonly (readonly Group[] | undefined)[] = byFirstLetter();

function byFirstLetter(): readonly (readonly Group[] | undefined)[] {
  const groups = GROUPS.split(",").map((pair): Group => {
    const [letters = "", sound = ""] = pair.trim().split(" ");
    return { letters, sound };
  });
  return Array.from({ length: 128 }, (_, code) => {
    const own = groups.filter(({ letters }) => letters.charCodeAt(0) === code).sort((a, b) => b.letters.length - a.letters.length);
    return own.length === 0 ? undefined : own;
  });
}

/** The key of a word in lower-case ASCII; a silent `h` at the end goes, unless little else is left. */
export function romanisedKey(word: string): string {
  let key = "";
  let last = "";
  for (let at = 0; at < word.length; ) {
    const group = BY_FIRST[word.charCodeAt(at)]?.find(({ letters }) => word.startsWith(letters, at));
    const sound = group === undefined ? word.charAt(at) : group.sound;
    // what repeats the last sound counts once, also across groups
    key += sound.charAt(0) === last ? sound.slice(1) : sound;
    last = sound.charAt(sound.length - 1);
    at += group === undefined ? 1 : group.letters.length;
  }
  return key.length > 2 && last === "h" ? key.slice(0, -1) : key;
}
