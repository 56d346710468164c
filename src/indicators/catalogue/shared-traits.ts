import { addressKey, emailKey, phoneKey } from "../../model/trade-parties.js";
import type { SharedTrait } from "./shared-with.js";

export const SHARED_ADDRESS: SharedTrait = { dimension: "address>party", key: addressKey };
export const SHARED_PHONE: SharedTrait = { dimension: "phone>party", key: phoneKey };
export const SHARED_EMAIL: SharedTrait = { dimension: "email>party", key: emailKey };
