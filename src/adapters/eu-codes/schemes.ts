/**
 * The schemes of codes that the customs messages of the European Union and the United Kingdom share. Source: the data elements of
 * Annex B to Commission Delegated Regulation (EU) 2015/2446, from memory.
 */
export const EU_SCHEMES = {
  /** Economic operators: registration and identification numbers. */
  party: "eori",
  /** Data element 7/4: 1 sea, 2 rail, 3 road, 4 air, 5 post, 7 fixed, 8 inland waterway, 9 own propulsion; in the United Kingdom 6 is roll-on roll-off. */
  transportMode: "eu-transport-mode",
  /** Data element 1/10: the procedure that is requested and the previous one, two digits each. */
  procedure: "eu-procedure",
  /** Data element 4/8: how duties are paid. */
  dutyPayment: "eu-duty-payment",
  /** Data element 4/2: how transport charges are paid. */
  transportCharges: "eu-transport-charges",
  /** Data element 4/17: the preference that is claimed. */
  preference: "eu-preference",
} as const;
