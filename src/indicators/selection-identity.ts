import { partyKey } from "../model/party.js";
import type { Subject } from "../model/subject.js";
import type { SelectionIdentityKind } from "./facts.js";

/**
 * The identities that a random draw can be tied to. The transport document and importer survive a resubmission under a
 * new number; the first declaration's number (its own, unless it names another) survives amendments and splits only.
 */
export function selectionIdentities(declaration: Subject): Readonly<Partial<Record<SelectionIdentityKind, readonly string[]>>> {
  const document = declaration.transport.documents?.find((candidate) => candidate.level !== "master");
  const importer = partyKey(declaration.parties.importer ?? declaration.parties.consignee);
  return {
    ...(document === undefined || importer === undefined ? {} : { transportDocument: [document.level, document.number, importer] }),
    firstDeclaration: [declaration.firstDeclarationId ?? declaration.id],
  };
}
