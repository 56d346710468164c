/** The version of the scoring engine: the package's version. A changed score under an unchanged profile is a breaking change. */
export const ENGINE_VERSION = "0.1.0";
