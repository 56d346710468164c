import { element, type Markup } from "../../page/markup.js";
import type { Messages } from "../messages/messages.js";
import { channelName } from "../wording.js";

/** The sign of the lowest channel, of those between, and of the highest: shapes, since colours do not print. */
const SIGNS = { calm: "●", warn: "◆", alarm: "▲" } as const;

/** A channel with a sign for its place among the channels. */
export function channelBadge(channel: string, channels: readonly string[], messages: Messages): Markup {
  const rank = channels.indexOf(channel);
  const level = rank <= 0 ? "calm" : rank === channels.length - 1 ? "alarm" : "warn";
  return element("span", { class: `channel channel-${level}` }, element("span", { "aria-hidden": "true" }, SIGNS[level]), ` ${channelName(channel, messages)}`);
}
