import { EU_SCHEMES } from "./schemes.js";

/**
 * How transport charges are paid: `Z` not paid in advance, every other code a way of paying in advance (A cash, B credit card, C cheque, D
 * other, H electronic transfer, Y account with the carrier). Source: data element 4/2 of Annex B, from memory.
 */
export function freightPaymentOf(code: string): unknown {
  return { terms: code === "Z" ? "collect" : "prepaid", method: { scheme: EU_SCHEMES.transportCharges, code } };
}
