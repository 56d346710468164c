import type { AlertSubject } from "../intelligence/alert-subject.js";
import type { Declaration } from "../model/declaration.js";
import type { Party } from "../model/party.js";
import type { Random } from "./random.js";
import { withoutDiacritics } from "./wording.js";

/** How an alert writes what a declaration states. */
export type Disguise = "asWritten" | "withoutDiacritics" | "slip" | "otherLegalForm" | "otherOrder" | "alias" | "taxCode" | "container";

export const DISGUISES: readonly Disguise[] = ["asWritten", "withoutDiacritics", "slip", "otherLegalForm", "otherOrder", "alias", "taxCode", "container"];

/** The legal forms of invented importers, the longer first. */
const FORMS = ["Công ty TNHH SX TM", "Cty TNHH MTV", "Công ty TNHH", "Công ty Cổ phần"] as const;

/** The subject of an alert about a declaration, and how it came to be written; where the declaration has no container, by tax code. */
export function disguise({ parties, transport }: Declaration, as: Disguise, random: Random): { readonly subject: AlertSubject; readonly as: Disguise } {
  // every invented importer has both
  const { name, identifier } = parties.importer as Required<Party>;
  const [container] = transport.equipment ?? [];
  if (as === "container" && container !== undefined) {
    const { id } = container;
    return { as, subject: { type: "container", values: [`${id.slice(0, 4)} ${id.slice(4, 10)}-${id.slice(10)}`] } };
  }
  if (as === "container" || as === "taxCode") {
    const { scheme, code } = identifier;
    return { as: "taxCode", subject: { type: "company", identifiers: [{ scheme, code: `${code.slice(0, 3)}.${code.slice(3, 6)}.${code.slice(6)}` }] } };
  }
  return { as, subject: { type: "company", names: namesOf(name, as, random) } };
}

function namesOf(name: string, as: Exclude<Disguise, "container" | "taxCode">, random: Random): readonly string[] {
  const form = FORMS.find((text) => name.startsWith(text)) as string;
  const own = name.slice(form.length).trim();
  const number = own.slice(own.lastIndexOf(" ") + 1);
  const words = own.slice(0, own.lastIndexOf(" "));
  switch (as) {
    case "withoutDiacritics":
      return [withoutDiacritics(name).toUpperCase()];
    case "slip":
      return [`${form} ${slip(words, random)} ${number}`];
    case "otherLegalForm":
      return [`${withoutDiacritics(own)} ${form === "Công ty Cổ phần" ? "JSC" : "Co., Ltd"}`];
    case "otherOrder":
      return [`${number} ${words}, ${form}`];
    case "alias":
      return [`Hãng Bí Danh ${random.integer(1_000, 9_999)}`, name];
    default:
      return [name];
  }
}

/** Two neighbouring letters inside a word exchanged: the longest word, where the slip shows least. */
function slip(words: string, random: Random): string {
  const longest = words.split(" ").reduce((a, b) => (b.length > a.length ? b : a));
  const at = words.indexOf(longest) + 1 + random.integer(0, Math.max(0, longest.length - 3));
  return words.slice(0, at) + words.charAt(at + 1) + words.charAt(at) + words.slice(at + 2);
}
