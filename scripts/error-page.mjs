// The page of error codes as text, made from the union type that lists them.

const MEMBER = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\|\s*"([^"]+)"/g;

/**
 * @param {string} source text of error-code.ts
 * @returns {{ code: string, cause: string, remedy: string }[]}
 */
export function errorCodes(source) {
  const codes = [...source.matchAll(MEMBER)].map(([, comment = "", code = ""]) => {
    const text = comment.replace(/\s*\n\s*\*\s?/g, " ").trim();
    const [cause = "", remedy = ""] = text.split(/\s*Remedy:\s*/);
    if (cause === "" || remedy === "")
      throw new Error(`${code}: its comment should read "<cause> Remedy: <remedy>", got "${text}".`);
    return { code, cause, remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1) };
  });
  const listed = source.match(/^\s*\|\s*"/gm)?.length ?? 0;
  if (codes.length !== listed) throw new Error(`${listed} codes are listed, ${codes.length} have a comment.`);
  return codes;
}

/** @param {string} source text of error-code.ts */
export function errorPage(source) {
  const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|");
  const rows = errorCodes(source).map(
    ({ code, cause, remedy }) => `| \`${code}\` | ${cell(cause)} | ${cell(remedy)} |`,
  );
  return `<!-- Written by \`npm run errors\` from packages/tensor/src/error-code.ts: change it there. -->

# Errors

Everything that neurite refuses is a \`NeuriteError\` with a message for people and a \`code\` for machines. The command line shows
both, and its exit codes are 1 for a failure, 2 for a wrong call and 3 for bad data.

| code | cause | remedy |
|---|---|---|
${rows.join("\n")}
`;
}
