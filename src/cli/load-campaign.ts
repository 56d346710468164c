import { type CompiledCampaign, compileCampaign } from "../operations/compile-campaign.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { orFail } from "./failure.js";
import { readDocument } from "./files.js";

/** Reads a campaign and compiles it with the profile that it changes. */
export async function loadCampaign(path: string, profile: CompiledProfile): Promise<CompiledCampaign> {
  return orFail(compileCampaign(await readDocument(path), profile), path);
}
