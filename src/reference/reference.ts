import { citesHeadings } from "./cites-headings.js";
import { precursors } from "./precursors.js";
import { productionHeadings, productionWords } from "./production-equipment.js";
import type { ListedHeading, ListedPhrase, ReferenceList } from "./reference-list.js";
import type { Substance } from "./substance.js";
import { vagueWords } from "./vague-words.js";

/** The reference lists that indicators read. */
export interface Reference {
  readonly substances: ReferenceList<Substance>;
  readonly citesHeadings: ReferenceList<ListedHeading>;
  readonly vagueWords: ReferenceList<ListedPhrase>;
  readonly productionHeadings: ReferenceList<ListedHeading>;
  readonly productionWords: ReferenceList<ListedPhrase>;
}

/** The lists that come with the package; `{ ...standardReference, substances: own }` replaces one. */
export const standardReference: Reference = Object.freeze({
  substances: precursors,
  citesHeadings,
  vagueWords,
  productionHeadings,
  productionWords,
});
