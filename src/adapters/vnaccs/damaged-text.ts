import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import type { Declaration } from "../../model/declaration.js";

/** The replacement character, or Vietnamese letters in UTF-8 that were read as Windows-1252: `á»` and `áº` begin most of them, `Ã`, `Ä‘`, `Æ°`, `Æ¡` the rest. */
const DAMAGED = /\ufffd|á[º»]|Ã[\u00a0-\u00ff]|Ä[‘\u0090]|Æ[°¡]/;

/** Warnings for names and descriptions that were damaged when their encoding was changed, so that nothing will be found by their words. */
export function damagedTexts({ parties, items }: Declaration): readonly Issue[] {
  const texts: readonly (readonly [readonly PathStep[], string | undefined])[] = [
    ...Object.entries(parties).flatMap(([role, party]) => [
      [["parties", role, "name"], party?.name] as const,
      [["parties", role, "address"], party?.address] as const,
    ]),
    ...items.map(({ description }, index) => [["items", index, "description"], description] as const),
  ];
  return texts.flatMap(([path, text]) =>
    text === undefined || !DAMAGED.test(text)
      ? []
      : [
          createIssue("value.illFormedText", {
            severity: "warning",
            ...expectation(path, "letters", text, "convert the file from its encoding to UTF-8, once"),
          }),
        ],
  );
}
