import type { AuditorExplanation } from "./explanation.js";

/** What a replay needs to be the same, a line each. */
export function replayLines({ assessment, digests }: AuditorExplanation): readonly string[] {
  const { profile, engine, catalogue } = assessment;
  const keyId = "selection" in assessment ? assessment.selection.keyId : undefined;
  return [
    `profile ${profile.id} ${profile.version} ${profile.fingerprint}`,
    `engine ${engine.version}, catalogue ${catalogue.version}${keyId === undefined ? "" : `, selection key ${keyId}`}`,
    `assessment ${digests.assessment}`,
    `facts ${digests.facts}`,
  ];
}
