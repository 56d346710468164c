export const SALT = "0123456789abcdef";

/** What is logged, with some fields replaced. */
export function auditBody(fields: object = {}): Record<string, unknown> {
  return {
    at: "2026-03-01T00:00:00Z",
    by: { organisation: "VN-CUSTOMS", role: "officer", person: "n.v.a" },
    action: "viewed",
    about: "D-1",
    details: { channel: "red" },
    ...fields,
  };
}
