import { element, type Markup } from "../../page/markup.js";
import { renderPage } from "../../page/render-page.js";
import type { BacktestReport, DomainReport } from "./backtest-report.js";
import { formatCount, formatDay, formatInstant } from "./format.js";
import { renderChannels } from "./render-channels.js";
import { renderDomain } from "./render-domain.js";
import { renderDrift } from "./render-drift.js";
import { renderHeadline } from "./render-headline.js";
import { renderLedger } from "./render-ledger.js";

/** How much of the long tables is shown; the rest is counted. */
export interface RenderReportOptions {
  /** The most rules, those that fired most; 60 unless told. */
  readonly rules?: number;
  /** The most indicators of the drift table, those that moved most; 25 unless told. */
  readonly indicators?: number;
}

const DEFAULT_RULES = 60;
const DEFAULT_INDICATORS = 25;

/**
 * The report of a backtest as one HTML file that needs nothing else: tables and SVG pictures, for screen, print and screen
 * readers. The same data give the same bytes. Every text of the data is escaped; what XML cannot hold becomes U+FFFD.
 */
export function renderBacktestReport(report: BacktestReport, options: RenderReportOptions = {}): string {
  const sections = sectionsOf(report, options, "");
  return renderPage(
    { language: "en", title: report.title },
    element("a", { class: "skip", href: "#headline" }, "Skip to the headline figures"),
    renderHeader(report),
    element(
      "nav",
      { "aria-label": "Sections" },
      element("ul", {}, ...sections.map(({ id, name }) => element("li", {}, element("a", { href: `#${id}` }, name)))),
    ),
    element("main", {}, ...sections.map(renderSection)),
    renderFooter(report.domains),
  );
}

/** The report to stand in another page: its ids start with a prefix, and it has no links within. */
export function reportBody(report: BacktestReport, idPrefix: string): readonly Markup[] {
  return [renderHeader(report), ...sectionsOf(report, {}, idPrefix).map(renderSection), renderFooter(report.domains)];
}

interface ReportSection {
  readonly id: string;
  readonly name: string;
  readonly content: Markup;
}

function renderSection({ id, name, content }: ReportSection): Markup {
  return element("section", { "aria-labelledby": id }, element("h2", { id }, name), content);
}

function sectionsOf(report: BacktestReport, options: RenderReportOptions, prefix: string): readonly ReportSection[] {
  const { domains, drift, basis } = report;
  const domainId = (index: number): string => `${prefix}domain-${index + 1}`;
  return [
    { id: `${prefix}headline`, name: "Headline", content: renderHeadline(report) },
    { id: `${prefix}channels`, name: "Channels", content: renderChannels(report) },
    ...domains.map((domain, index) => ({ id: domainId(index), name: domain.title, content: renderDomain(domainId(index), domain, basis) })),
    { id: `${prefix}rules`, name: "Rules", content: renderLedger(report, options.rules ?? DEFAULT_RULES) },
    ...(drift === undefined ? [] : [{ id: `${prefix}drift`, name: "Drift", content: renderDrift(drift, options.indicators ?? DEFAULT_INDICATORS) }]),
  ];
}

function renderHeader({ title, period, source, profiles }: BacktestReport): Markup {
  const spans =
    period === undefined
      ? undefined
      : element(
          "p",
          { class: "meta" },
          "Declarations assessed from ",
          moment(period.from),
          " to ",
          moment(period.to),
          source === undefined ? "" : `. ${source}`,
        );
  return element(
    "header",
    {},
    element("h1", {}, title),
    spans ?? (source === undefined ? undefined : element("p", { class: "meta" }, source)),
    ...profiles.map(({ id, version, fingerprint, declarations }) =>
      element(
        "p",
        { class: "meta" },
        `Profile ${id}, version ${version}`,
        profiles.length > 1 ? `, on ${formatCount(declarations)} declarations` : "",
        element("span", { class: "sub code" }, fingerprint),
      ),
    ),
  );
}

function moment(instant: string): Markup {
  return element("time", { datetime: instant, title: formatInstant(instant) }, formatDay(instant));
}

function renderFooter(domains: readonly DomainReport[]): Markup {
  const replicates = domains.find(({ intervals }) => intervals !== undefined)?.intervals?.rocAuc;
  return element(
    "footer",
    {},
    element(
      "p",
      {},
      "Every case was assessed with what was known at its own moment; no outcome counts before it was known. A score is in points: 10 points multiply the odds by 10, about 3 double them.",
      replicates === undefined
        ? ""
        : ` The interval of ROC AUC is the ${formatCount(100 * replicates.level)}% percentile interval of ${formatCount(replicates.replicates)} bootstrap samples, that of precision the same widened by Wilson's; where findings are few, both say little.`,
    ),
  );
}
