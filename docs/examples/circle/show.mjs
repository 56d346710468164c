// Shows lines that `score` wrote, briefly: `node show.mjs FILE [ID...]`.
import { readFileSync } from "node:fs";

const [path, ...ids] = process.argv.slice(2);
for (const line of readFileSync(path, "utf8").trim().split("\n")) {
  const { id, channel, domains, campaign, matches = [], explanation } = JSON.parse(line);
  if (ids.length > 0 && !ids.includes(id)) continue;
  const narcotics = domains?.narcotics;
  const score = narcotics === undefined ? "" : `; narcotics ${narcotics.micropoints / 1e6} points, ${narcotics.channel}`;
  console.log(`${id}: ${channel}${score}${campaign === undefined ? "" : `; ${campaign.phase} phase`}`);
  for (const { alertId, basis, score: likeness, path: field } of matches) console.log(`  alert ${alertId} by ${basis} (${likeness.toFixed(2)}) at ${field}`);
  for (const notice of explanation?.notices ?? []) console.log(`  ${notice}`);
  for (const { micropoints, text } of explanation?.domains?.find((domain) => domain.id === "narcotics")?.reasons ?? []) {
    console.log(`  ${micropoints / 1e6} ${text}`);
  }
}
