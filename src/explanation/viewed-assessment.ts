import type { Assessment } from "../assessment/assessment.js";

/**
 * An assessment computed from what a viewer may know, with the overall channel of the full one; its domains may reach a lower channel. It says nothing of
 * the selection, which all that is known has a part in.
 */
export type ViewedAssessment = Omit<Assessment, "selection">;
