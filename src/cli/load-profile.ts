import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ensExtension } from "../adapters/ens/ens-extension.js";
import { koreaExtension } from "../adapters/korea/korea-mapping.js";
import { vnaccsExtension } from "../adapters/vnaccs/vnaccs-extension.js";
import { wcoExtension } from "../adapters/wco/wco-extension.js";
import { escapeControls, formatIssue } from "../core/issue.js";
import { standardCatalogue } from "../indicators/catalogue/standard-catalogue.js";
import type { Catalogue } from "../indicators/define-catalogue.js";
import type { ExtensionDefinition } from "../model/extensions.js";
import { type CompiledProfile, compileProfile } from "../profile/compile-profile.js";
import { CommandFailure, orFail } from "./failure.js";
import { readDocument } from "./files.js";

/** The extensions of the formats that the command line reads. */
const STANDARD_EXTENSIONS: readonly ExtensionDefinition[] = [koreaExtension, wcoExtension, ensExtension, vnaccsExtension];

/** The indicators and extensions that a command works with. */
export interface Toolbox {
  readonly catalogue: Catalogue;
  readonly extensions: readonly ExtensionDefinition[];
}

/**
 * The standard catalogue, or what a user's module exports: `default` a catalogue (made with `extendCatalogue`), and
 * optionally `extensions`. The module is code and is trusted as code.
 */
export async function loadToolbox(modulePath: string | undefined): Promise<Toolbox> {
  if (modulePath === undefined) return { catalogue: standardCatalogue, extensions: STANDARD_EXTENSIONS };
  let module: { readonly default?: unknown; readonly extensions?: unknown };
  try {
    module = (await import(pathToFileURL(resolve(modulePath)).href)) as typeof module;
  } catch (error) {
    throw new CommandFailure(`${modulePath}: the module cannot be loaded (${error instanceof Error ? error.message : String(error)})`, 1);
  }
  const { default: catalogue, extensions } = module;
  if (!isCatalogue(catalogue)) throw new CommandFailure(`${modulePath}: expected a catalogue as default export; make one with extendCatalogue`, 1);
  return { catalogue, extensions: [...STANDARD_EXTENSIONS, ...(Array.isArray(extensions) ? (extensions as ExtensionDefinition[]) : [])] };
}

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === "object" && value !== null && "version" in value && "indicators" in value && value.indicators instanceof Map;
}

/** Reads and compiles a profile. */
export async function loadProfile(path: string, catalogue: Catalogue, expectedFingerprint?: string): Promise<CompiledProfile> {
  const options = { catalogue, ...(expectedFingerprint === undefined ? {} : { expectedFingerprint }) };
  return orFail(compileProfile(await readDocument(path), options), path);
}

/** Tells on standard error what is doubtful in a profile: for the commands that authors use. */
export function reportWarnings(path: string, profile: CompiledProfile): void {
  for (const warning of profile.warnings) process.stderr.write(`${escapeControls(`${path}: warning: ${formatIssue(warning)}`)}\n`);
}
