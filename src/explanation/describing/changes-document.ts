import { deepFreeze } from "../../core/freeze.js";
import type { ReadableDocument } from "../../page/document.js";
import type { ChangedPart, ComparedProfile, ProfileChanges } from "./describe-changes.js";
import { profileWordsOf } from "./describing-context.js";
import type { ProfileWords } from "./words/words.js";

/** The changes between two profiles as a document for people. */
export function changesDocument({ language, before, after, parts }: ProfileChanges): ReadableDocument {
  const words = profileWordsOf(language);
  const name = ({ id, version }: ComparedProfile): string => `${id} ${version}`;
  const fingerprint = (profile: ComparedProfile): string => `${name(profile)}: ${profile.fingerprint}`;
  return deepFreeze({
    language,
    title: words.changesTitle(name(before), name(after)),
    blocks: [
      { kind: "list" as const, items: [fingerprint(before), fingerprint(after)] },
      { kind: "paragraph" as const, text: parts.length === 0 ? words.noChanges : words.changeCount(parts.length) },
    ],
    sections: parts.map((part) => ({
      heading: part.change === "changed" ? subject(part, words) : `${subject(part, words)}: ${words[part.change]}`,
      blocks: [{ kind: "list" as const, items: part.lines }],
      sections: [],
    })),
  });
}

function subject({ kind, id = "", domain = "" }: ChangedPart, { subjects }: ProfileWords): string {
  switch (kind) {
    case "profile":
      return subjects.profile;
    case "model":
      return subjects.model(domain);
    case "rule":
    case "term":
      return subjects[kind](id, domain);
    default:
      return subjects[kind](id);
  }
}
