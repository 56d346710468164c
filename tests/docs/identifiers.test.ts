import { describe, expect, it } from "vitest";
import { identifierFault } from "../../src/model/identifiers/identifier.js";
import { CHECKED_KINDS, type CheckedKind, singleDigitErrors, swappedDigits, validNumbers } from "../model/identifiers/valid-numbers.js";

const COUNT = 2_000;

/** The page of identifiers: written by this test with `npx vitest run --config tests/vitest.config.ts -u tests/docs/identifiers.test.ts`. */
function identifiersPage(): string {
  const rows = CHECKED_KINDS.map(
    (checked) => `| ${checked.name} | ${missedShare(checked, singleDigitErrors)} | ${missedShare(checked, swappedDigits)} | ${checked.kind.source} |`,
  );
  return `# Identifiers

Numbers and codes that declarations and manifests hold, each a kind with parse and format. Reading one never refuses a record: the model keeps the text as it came, a
failed check digit is a fact about the quality of the data, and indicators read it.

\`\`\`ts
import { containerNumber, formatIdentifier, identifierFault, isInHs2022, parseIdentifier, vietnameseTaxCode } from "consignment-risk";

const read = parseIdentifier(containerNumber, "csqu 305438-3");
if (!read.ok) throw new Error("not a container number");
console.log(read.value.ownerCode, formatIdentifier(containerNumber, read.value)); // CSQ CSQU3054383

console.log(identifierFault(containerNumber, "CSQU3054384")); // checkDigit
console.log(identifierFault(vietnameseTaxCode, "0314409058-002")); // undefined: nothing is wrong
console.log(isInHs2022("29333600")); // true
\`\`\`

\`identifierFault\` gives \`form\`, \`checkDigit\`, \`notListed\` or \`undefined\`; \`parseIdentifier\` gives the parts, or an issue \`identifier.form\`, \`identifier.checkDigit\` or
\`identifier.notListed\`. Case, white space, hyphens, dots and slashes do not count, except that the hyphens of a CAS number belong to it.

## What the check digits miss

Over ${COUNT.toLocaleString("en")} seeded random numbers of each kind: the share of all single-digit errors (each digit replaced by each of the nine others, the check digit included) and of all swaps of two unequal
neighbouring digits that leave the number valid. The numbers are uniform, which real ones are not. The kind's source follows.

| number | digit errors missed | swaps missed | source |
| --- | --- | --- | --- |
${rows.join("\n")}

- **ISO 6346**: the remainder 10 is written 0, so that two remainders share a digit. Real containers wear wrong check digits; category R (generator sets of reefers) is taken although the standard lacks it.
- **Air waybill**: the check digit is the serial number modulo 7; the airline's prefix is not part of it, so that every error in the prefix is missed, and so is a digit that is off by 7.
- **IMO**: a weight that shares a factor with 10 lets some digits pass for each other (weights 6, 5, 4 and 2).
- **UPU S10**: the remainders 0 and 6 are both written 5.
- **CAS**: positions whose weight shares a factor with 10 let some digits pass for each other.

## The others

- **Vietnamese tax code** (mã số thuế, MST): 10 digits, 13 for a dependent unit, and the 12-digit personal number that may stand in its place since 2025-07-01 (memory, unverified), which has no check digit.
- **Country codes** (ISO 3166-1): assigned ones, and those that customs really use, with their standing: \`XK\`, \`EU\`, \`ZZ\` for unknown, and withdrawn ones that history still holds (memory).
- **Currency codes** (ISO 4217): with the decimals of the minor unit (VND 0, KWD 3), and their standing.
- **UN/LOCODE**: the form and the country are checked, the place is not: the list of places is not part of the package.
- **HS**: 2, 4, 6, 8, 10 or 12 digits. \`isInHs2022\` tells whether the edition HS 2022 has a code, from the list github.com/datasets/harmonized-system; digits after the sixth are national and not looked at.
`;
}

/** The share of errors that leave a number valid, in percent. */
function missedShare(checked: CheckedKind, errorsOf: (text: string) => readonly string[]): string {
  let all = 0;
  let missed = 0;
  for (const text of validNumbers(checked, COUNT)) {
    for (const error of errorsOf(text)) {
      all += 1;
      if (identifierFault(checked.kind, error) === undefined) missed += 1;
    }
  }
  return `${((100 * missed) / all).toFixed(2)} %`;
}

describe("the page of identifiers", () => {
  it("states what was measured", async () => {
    await expect(identifiersPage()).toMatchFileSnapshot("../../docs/identifiers.md");
  });
});
