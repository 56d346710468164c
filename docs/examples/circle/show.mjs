// Shows lines of JSON that `score` wrote, briefly: `node show.mjs FILE [ID...]`.
import { readFileSync } from "node:fs";

const [path, ...ids] = process.argv.slice(2);
for (const line of readFileSync(path, "utf8").trim().split("\n")) {
  const { id, channel, domains, campaign, matches = [], explanation } = JSON.parse(line);
  if (ids.length > 0 && !ids.includes(id)) continue;
  const points = domains === undefined ? "" : `, narcotics ${domains.narcotics.micropoints / 1e6} (${domains.narcotics.channel})`;
  console.log(`${id}: ${channel}${points}${campaign === undefined ? "" : `, ${campaign.phase} phase`}`);
  for (const { alertId, basis, score, path: field, points: graded } of matches) console.log(`  ${alertId}: ${basis} ${score} at ${field}, graded ${graded}`);
  const reasons = explanation?.domains?.find(({ domain }) => domain === "narcotics")?.reasons ?? explanation?.reasons ?? [];
  for (const { text, points: given } of reasons.slice(0, 3)) console.log(`  ${given === undefined ? "" : `${given} `}${text}`);
}
