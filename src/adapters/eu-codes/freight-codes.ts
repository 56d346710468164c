/**
 * When the freight is paid, by the EU code of the method of payment of transport charges: `Z` is not pre-paid; `A` cash, `B` card,
 * `C` cheque, `D` other, `H` electronic transfer are. `Y`, the account holder with the carrier, tells neither. Source: memory of the
 * EU customs code list.
 */
const TERMS: ReadonlyMap<string, "prepaid" | "collect"> = new Map([
  ["A", "prepaid"],
  ["B", "prepaid"],
  ["C", "prepaid"],
  ["D", "prepaid"],
  ["H", "prepaid"],
  ["Z", "collect"],
]);

/** The payment of freight that a code tells of; nothing where it does not tell the terms. */
export function freightPaymentOf(code: string | undefined): object | undefined {
  const terms = code === undefined ? undefined : TERMS.get(code);
  return terms === undefined ? undefined : { terms, method: { scheme: "eu-transport-charges-payment", code } };
}
