// Under which name code imports what makes a built-in kind: its own, with these exceptions.

/** @type {Readonly<Record<string, string>>} */
export const otherExports = { formula: "parseActivation" };

/** @param {string} kind */
export const exportOf = (kind) => (Object.hasOwn(otherExports, kind) ? (otherExports[kind] ?? kind) : kind);
