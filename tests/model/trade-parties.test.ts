import { describe, expect, it } from "vitest";
import type { Party } from "../../src/model/party.js";
import { addressKey, emailKey, partyIdentity, phoneKey, receiverOf, shipperOf, TRADE_ROLES } from "../../src/model/trade-parties.js";

const named = (name: string, change: Partial<Party> = {}): Party => ({ name, ...change });

describe("who trades", () => {
  const [a, b, c] = [named("a"), named("b"), named("c")];

  it("is the importer, else the consignee, who receives", () => {
    expect([receiverOf({ consignee: b, importer: a, buyer: c }), receiverOf({ consignee: b }), receiverOf({ buyer: c })]).toEqual([a, b, undefined]);
  });

  it("is the consignor, else the exporter, else the seller, who sends", () => {
    expect([shipperOf({ seller: c, exporter: b, consignor: a }), shipperOf({ seller: c, exporter: b }), shipperOf({ seller: c }), shipperOf({})]).toEqual([
      a,
      b,
      c,
      undefined,
    ]);
  });

  it("is the addressee and the sender of a postal item, where nobody else is named", () => {
    expect([receiverOf({ addressee: a }), receiverOf({ addressee: a, consignee: b }), shipperOf({ sender: a }), shipperOf({ sender: a, seller: b })]).toEqual([
      a,
      b,
      a,
      b,
    ]);
    expect(TRADE_ROLES).toEqual(expect.arrayContaining(["sender", "addressee"]));
  });

  it("is nobody who serves many: brokers, carriers, forwarders, notified banks", () => {
    for (const role of ["declarant", "carrier", "freightForwarder", "notifyParty"] as const) expect(TRADE_ROLES).not.toContain(role);
  });
});

describe("the identity of a party", () => {
  it("is its identifier, whatever its name", () => {
    const identifier = { scheme: "vn-tax", code: "01" };
    expect(partyIdentity({ identifier, name: "A", countryCode: "VN" })).toBe("vn-tax:01");
    expect(partyIdentity({ identifier })).toBe("vn-tax:01");
  });

  it("is its folded name with its country where it has no identifier, and never looks like an identifier", () => {
    const identity = partyIdentity(named("Công ty Đại-Dương.", { countryCode: "VN" }));
    expect(identity).toBe(" cong ty dai duong VN");
    expect(partyIdentity(named("CONG TY  dai duong", { countryCode: "VN" }))).toBe(identity);
    expect(partyIdentity(named("CONG TY dai duong", { countryCode: "CN" }))).not.toBe(identity);
    expect(partyIdentity(named("CONG TY dai duong"))).toBe(" cong ty dai duong ");
  });

  it("is nothing where there is no word", () => {
    expect([partyIdentity(undefined), partyIdentity(named("-"))]).toEqual([undefined, undefined]);
  });
});

describe("what parties share", () => {
  it.each([
    ["12 Phố Huế, Hà Nội", "12 pho hue ha noi"],
    ["12, PHO HUE - HA NOI", "12 pho hue ha noi"],
    ["Ha Noi", undefined],
    ["...", undefined],
  ])("the address %s is the same as %s", (address, key) => {
    expect(addressKey({ address })).toBe(key);
    expect(addressKey({})).toBeUndefined();
  });

  it.each([
    ["+84 901 234 567", "901234567"],
    ["0901.234.567", "901234567"],
    ["\uff10\uff19\uff10\uff11 234 567", "901234567"],
    ["555-1234", "5551234"],
    ["113", undefined],
  ])("the phone number %s is the same as %s", (phone, key) => {
    expect(phoneKey({ phone })).toBe(key);
    expect(phoneKey({})).toBeUndefined();
  });

  it.each([
    [" Sales@Acme.Example ", "sales@acme.example"],
    ["none", undefined],
    ["a@b@c", undefined],
  ])("the e-mail address %s is the same as %s", (email, key) => {
    expect(emailKey({ email })).toBe(key);
    expect(emailKey({})).toBeUndefined();
  });
});
