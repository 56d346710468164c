import { expectation } from "../../core/expectation.js";
import { createIssue } from "../../core/issue.js";
import { failure, type Result, success } from "../../core/result.js";
import type { ExplanationLanguage } from "../explanation.js";
import { isExplanationLanguage } from "./catalogues.js";

/** A language that there is a message catalogue for, or an issue at `language`. */
export function checkLanguage(language: unknown): Result<ExplanationLanguage> {
  if (isExplanationLanguage(language)) return success(language);
  return failure(createIssue("value.invalid", expectation(["language"], "en or vi", language, "choose a language that there are messages for")));
}
