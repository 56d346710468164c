import type { Assessment } from "../assessment/assessment.js";
import { canonicalJson } from "../core/canonical.js";
import { sha256Text } from "../core/digest.js";
import type { Backtest } from "../evaluation/backtest.js";
import type { BacktestReport } from "../evaluation/report/backtest-report.js";
import { reportBody } from "../evaluation/report/render-backtest-report.js";
import { changesDocument } from "../explanation/describing/changes-document.js";
import type { ProfileChanges } from "../explanation/describing/describe-changes.js";
import { describeProfileOrThrow } from "../explanation/describing/describe-profile.js";
import type { Explanation, ExplanationLanguage } from "../explanation/explanation.js";
import { explanationArticle } from "../explanation/html/explanation-article.js";
import { renderMarkdown } from "../explanation/render-markdown.js";
import { renderText } from "../explanation/render-text.js";
import type { Facts } from "../indicators/facts.js";
import type { ReadableDocument } from "../page/document.js";
import { documentBody } from "../page/render-document-html.js";
import { renderDocumentMarkdown } from "../page/render-document-markdown.js";
import { renderFragment } from "../page/render-fragment.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { assessmentDocument } from "./assessment-document.js";
import { assessmentsDocument } from "./assessments-document.js";
import { backtestDocument } from "./backtest-document.js";
import { backtestReportDocument } from "./backtest-report-document.js";
import { factsDocument } from "./facts-document.js";

/** What can be displayed: each is plain data of this package, the compiled profile aside. */
export type Displayable =
  | Assessment
  | readonly Assessment[]
  | Backtest
  | BacktestReport
  | CompiledProfile
  | Explanation
  | Facts
  | ProfileChanges
  | ReadableDocument;

/** How something is displayed. */
export interface DisplayOptions {
  /** The language of headings; English unless told. Explanations, changes and documents are in their own. */
  readonly language?: ExplanationLanguage;
}

/** The same thing in the forms that a notebook chooses from. */
export interface MimeBundle {
  readonly "text/html": string;
  readonly "text/markdown": string;
  readonly "text/plain": string;
}

const JUPYTER: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value that a notebook shows as tables and pictures; the value itself stays as it is. */
export interface Displayed<T> {
  readonly value: T;
  /** What the notebook's kernel asks for. */
  readonly [JUPYTER]: () => MimeBundle;
}

/**
 * Wraps assessments, explanations, facts, profiles, changes and backtests so that a notebook in Deno's Jupyter kernel shows them as tables
 * and pictures. Nothing is changed or added to what is wrapped. The HTML is a fragment whose style stays within it, nothing in it
 * runs, and every text is escaped.
 */
export function display<T extends Displayable>(value: T, { language = "en" }: DisplayOptions = {}): Displayed<T> {
  return Object.freeze({ value, [JUPYTER]: () => bundleOf(value, language) });
}

function bundleOf(value: Displayable, language: ExplanationLanguage): MimeBundle {
  if (isList(value)) return ofDocument(assessmentsDocument(value, language));
  if ("audience" in value) return ofExplanation(value);
  if ("vocabulary" in value) return ofDocument(describeProfileOrThrow(value, { language }));
  if ("parts" in value) return ofDocument(changesDocument(value));
  if ("blocks" in value) return ofDocument(value);
  if ("cases" in value) return ofDocument(backtestDocument(value, language));
  if ("counts" in value) return ofReport(value);
  return ofDocument("header" in value ? factsDocument(value, language) : assessmentDocument(value, language));
}

function isList(value: Displayable): value is readonly Assessment[] {
  return Array.isArray(value);
}

function ofDocument(document: ReadableDocument): MimeBundle {
  const markdown = renderDocumentMarkdown(document);
  return { "text/html": renderFragment(document.language, ...documentBody(document, idPrefix(document))), "text/markdown": markdown, "text/plain": markdown };
}

function ofExplanation(explanation: Explanation): MimeBundle {
  return {
    "text/html": renderFragment(explanation.language, explanationArticle(explanation, "h2", idPrefix(explanation))),
    "text/markdown": renderMarkdown(explanation),
    "text/plain": renderText(explanation),
  };
}

function ofReport(report: BacktestReport): MimeBundle {
  const markdown = renderDocumentMarkdown(backtestReportDocument(report));
  return { "text/html": renderFragment("en", ...reportBody(report, idPrefix(report))), "text/markdown": markdown, "text/plain": markdown };
}

/** Several outputs stand in one page: ids that the content gives tell them apart, and a notebook that runs again stays the same. */
function idPrefix(content: unknown): string {
  return `r${sha256Text(canonicalJson(content)).slice("sha256:".length, "sha256:".length + 8)}-`;
}
