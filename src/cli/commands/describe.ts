import { changesDocument } from "../../explanation/describing/changes-document.js";
import { describeChangesOrThrow } from "../../explanation/describing/describe-changes.js";
import { describeProfileOrThrow } from "../../explanation/describing/describe-profile.js";
import type { ExplanationLanguage } from "../../explanation/explanation.js";
import type { ReadableDocument } from "../../page/document.js";
import { renderDocumentHtml } from "../../page/render-document-html.js";
import { renderDocumentMarkdown } from "../../page/render-document-markdown.js";
import { writeLines } from "../files.js";
import { loadProfile, loadToolbox } from "../load-profile.js";

type Form = "md" | "html";

const RENDERERS: Readonly<Record<Form, (document: ReadableDocument) => string>> = { md: renderDocumentMarkdown, html: renderDocumentHtml };

/** The options of `describe`. */
export interface DescribeCommandOptions {
  readonly changesTo?: string;
  readonly as: Form;
  readonly language: ExplanationLanguage;
  readonly output?: string;
  readonly indicators?: string;
}

/** `describe`: a profile as a document for people, or what changes from it to another. */
export async function describe(path: string, { changesTo, as, language, output, indicators }: DescribeCommandOptions): Promise<void> {
  const { catalogue } = await loadToolbox(indicators);
  const profile = await loadProfile(path, catalogue);
  const document =
    changesTo === undefined
      ? describeProfileOrThrow(profile, { language })
      : changesDocument(describeChangesOrThrow(profile, await loadProfile(changesTo, catalogue), { language }));
  await writeLines(output, [RENDERERS[as](document).trimEnd()]);
}
