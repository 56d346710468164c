import { nameWords } from "../names/name-words.js";

/** Words of addresses and what they are abbreviated to; an own list of what Vietnamese, English and Spanish addresses use. */
const SAME: Readonly<Record<string, string>> = {
  st: "street",
  str: "street",
  duong: "street",
  pho: "street",
  calle: "street",
  rd: "road",
  ave: "avenue",
  av: "avenue",
  blvd: "boulevard",
  bldg: "building",
  fl: "floor",
  flr: "floor",
  lau: "floor",
  tang: "floor",
  rm: "room",
  phong: "room",
  no: "",
  so: "",
  num: "",
  number: "",
  the: "",
  p: "ward",
  ph: "ward",
  phuong: "ward",
  q: "district",
  quan: "district",
  dist: "district",
  huyen: "district",
  h: "district",
  tp: "city",
  tphcm: "ho chi minh",
  hcmc: "ho chi minh",
  hcm: "ho chi minh",
  sg: "ho chi minh",
  saigon: "ho chi minh",
  hn: "ha noi",
  hanoi: "ha noi",
  vn: "viet nam",
  vietnam: "viet nam",
  t: "province",
  tinh: "province",
  xa: "commune",
  kcn: "industrial park",
  ip: "industrial park",
  iz: "industrial park",
  zone: "park",
  lo: "lot",
  km: "km",
};

/** Phrases of two and three words, by the same convention. */
const PHRASES: readonly (readonly [string, string])[] = [
  [" thanh pho ", " city "],
  [" thi xa ", " town "],
  [" khu cong nghiep ", " industrial park "],
  [" sai gon ", " ho chi minh "],
  [" industrial zone ", " industrial park "],
  [" pho ho chi minh ", " ho chi minh "],
];

/** Words that say what kind of place a name is of: an address may state or leave them out. */
const KINDS: ReadonlySet<string> = new Set(["street", "road", "ward", "district", "city", "province", "commune", "town", "floor", "room", "building", "lot"]);

/**
 * An address in one way of writing: folded, abbreviations of English and Vietnamese addresses resolved, words that only say what kind of place
 * follows left out, and numbers apart from letters (`12A` and `12 A`). A number keeps its place: `12 / 3` is not `3 / 12`.
 */
export function normaliseAddress(address: string): string {
  let text = ` ${nameWords(address).flatMap(splitNumber).join(" ")} `;
  for (const [from, to] of PHRASES) text = text.replaceAll(from, to);
  return text
    .trim()
    .split(" ")
    .map((word) => (Object.hasOwn(SAME, word) ? SAME[word] : word))
    .flatMap((word) => (word === undefined ? [] : word.split(" ")))
    .filter((word) => word !== "" && !KINDS.has(word))
    .join(" ");
}

/** `q1` is district 1, `p12` ward 12; `12a` is 12 and a. */
function splitNumber(word: string): readonly string[] {
  return word.match(/\d+|[a-z]+/g) ?? [];
}
