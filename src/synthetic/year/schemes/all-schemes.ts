import { machineryConcealment } from "./held-out-machinery-concealment.js";
import { pillPressParts } from "./held-out-pill-press-parts.js";
import { transitDiversion } from "./held-out-transit-diversion.js";
import { wildlifeCover } from "./held-out-wildlife-cover.js";
import { parcelSpray } from "./parcel-spray.js";
import { precursorResidual } from "./precursor-residual.js";
import { ripOff } from "./rip-off.js";
import type { Scheme, SchemeId } from "./scheme.js";
import { shellImporter } from "./shell-importer.js";
import { swappedDocuments } from "./swapped-documents.js";
import { undervaluationRing } from "./undervaluation-ring.js";

/** All schemes, in an order that stays: what an operation draws hangs on it. */
export const ALL_SCHEMES: readonly Scheme[] = [
  precursorResidual,
  ripOff,
  shellImporter,
  parcelSpray,
  swappedDocuments,
  undervaluationRing,
  transitDiversion,
  wildlifeCover,
  machineryConcealment,
  pillPressParts,
];

/** The schemes that profiles may be written against. */
export const OPEN_SCHEMES: readonly SchemeId[] = ALL_SCHEMES.filter((scheme) => !scheme.heldOut).map((scheme) => scheme.id);

/** The schemes that are kept for figures on frozen profiles. */
export const HELD_OUT_SCHEMES: readonly SchemeId[] = ALL_SCHEMES.filter((scheme) => scheme.heldOut).map((scheme) => scheme.id);
