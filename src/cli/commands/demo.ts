import { assessOrThrow } from "../../assessment/assess.js";
import type { Assessment } from "../../assessment/assessment.js";
import { createSelectionKeyOrThrow } from "../../assessment/selection-key.js";
import { compareText } from "../../core/canonical.js";
import { escapeControls } from "../../core/issue.js";
import { formatPoints } from "../../core/micropoints.js";
import { explainOrThrow } from "../../explanation/explain.js";
import type { ExplanationLanguage, OfficerExplanation } from "../../explanation/explanation.js";
import { renderText } from "../../explanation/render-text.js";
import { standardCatalogue } from "../../indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../indicators/extract-facts.js";
import type { Facts } from "../../indicators/facts.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { generateDeclarations } from "../../synthetic/index.js";
import { loadProfile } from "../load-profile.js";
import { packageFile } from "../package-file.js";
import { wholeNumber } from "../whole-number.js";

/** The options of `demo`. */
export interface DemoOptions {
  readonly count: string;
  readonly seed: string;
  readonly language: ExplanationLanguage;
}

interface Scored {
  readonly facts: Facts;
  readonly assessment: Assessment;
}

const LOOKED_AT = 10;

/** `demo`: invented declarations, the example profile, and what an officer would want of them. */
export async function demo(options: DemoOptions): Promise<void> {
  const count = wholeNumber(options.count, "--count");
  const seed = wholeNumber(options.seed, "--seed");
  const profile = await loadProfile(packageFile("docs/examples/vietnam-import.json"), standardCatalogue);
  // a fixed key, so that the demo shows the same every time; a real key is secret
  const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("demo key, known to all"));
  const scored: Scored[] = [];
  for (const { declaration, supplied } of generateDeclarations({ seed, count })) {
    const facts = extractFactsOrThrow(declaration, {
      asOf: declaration.registeredAt,
      catalogue: standardCatalogue,
      currency: profile.document.currency,
      supplied,
    });
    scored.push({ facts, assessment: assessOrThrow(profile, facts, { selectionKey }) });
  }
  const ranked = [...scored].sort((a, b) => byUrgency(profile, a.assessment, b.assessment));
  process.stdout.write(`${[...channelLines(profile, scored), "", ...topLines(profile, ranked, options.language)].join("\n")}\n`);
  const [first] = ranked;
  if (first === undefined) return;
  process.stdout.write(
    `\nThe first of them in full:\n\n${renderText(explainOrThrow(first.assessment, { profile, facts: first.facts, language: options.language }))}`,
  );
}

function channelLines(profile: CompiledProfile, scored: readonly Scored[]): readonly string[] {
  const { document } = profile;
  const atRandom = scored.filter(({ assessment }) =>
    assessment.selection.mechanisms.every((mechanism) => mechanism.drawn === (mechanism.kind === "random")),
  ).length;
  return [
    `${scored.length} invented import declarations, profile ${document.id} ${document.version} (${profile.fingerprint.slice(0, 19)}…)`,
    "",
    ...document.channels.map((channel) => {
      const number = scored.filter(({ assessment }) => assessment.channel === channel).length;
      const share = scored.length === 0 ? 0 : number / scored.length;
      return `  ${channel.padEnd(8)} ${String(number).padStart(6)}  ${(100 * share).toFixed(1).padStart(5)} %  ${"█".repeat(Math.round(40 * share))}`;
    }),
    `  (${atRandom} of these only because they were drawn at random)`,
  ];
}

/** The highest channel first, then by how far the deciding domain lies above its threshold for it. */
function byUrgency(profile: CompiledProfile, a: Assessment, b: Assessment): number {
  const rank = ({ channel }: Assessment): number => profile.document.channels.indexOf(channel);
  return rank(b) - rank(a) || deciding(profile, b).margin - deciding(profile, a).margin || compareText(a.id, b.id);
}

interface Deciding {
  readonly domain: string;
  readonly micropoints: number;
  /** Micropoints above the domain's threshold for the overall channel; negative below it. */
  readonly margin: number;
}

/** The domain that lies furthest above its own threshold for the overall channel, or least below it. */
function deciding(profile: CompiledProfile, assessment: Assessment): Deciding {
  const rank = profile.document.channels.indexOf(assessment.channel);
  const domains = profile.domains.map(({ id, thresholds }): Deciding => {
    const micropoints = assessment.domains[id]?.micropoints ?? 0;
    const threshold = thresholds.find((candidate) => candidate.rank === rank)?.micropoints ?? Infinity;
    return { domain: id, micropoints, margin: micropoints - threshold };
  });
  return domains.reduce((best, domain) => (domain.margin > best.margin ? domain : best));
}

function topLines(profile: CompiledProfile, ranked: readonly Scored[], language: ExplanationLanguage): readonly string[] {
  const lines = ranked.slice(0, LOOKED_AT).map(({ assessment, facts }, index) => {
    const { domain, micropoints } = deciding(profile, assessment);
    const explanation = explainOrThrow(assessment, { profile, facts, language }) as OfficerExplanation;
    const reasons =
      explanation.domains.find((candidate) => candidate.id === domain)?.reasons.filter((reason) => reason.kind !== "base" && reason.micropoints > 0) ?? [];
    const why = reasons.slice(0, 2).map((reason) => `${reason.id} ${formatPoints(reason.micropoints, 1)}`);
    return `  ${String(index + 1).padStart(2)}  ${assessment.id.padEnd(14)} ${assessment.channel.padEnd(7)} ${domain.padEnd(12)} ${formatPoints(micropoints, 1).padStart(7)}  ${why.join(", ")}`;
  });
  return [`The ${lines.length} to look at first:`, "", ...lines.map(escapeControls)];
}
