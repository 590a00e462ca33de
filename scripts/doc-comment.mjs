// The doc comment of an export, without its stars.

/**
 * @param {string} name @param {string} source text of a file
 * @returns {string | undefined} undefined where the file has no such export with a comment
 */
export function docComment(name, source) {
  const end = source.search(new RegExp(`\\*/\\nexport (const|function) ${name}\\b`));
  if (end < 0) return undefined;
  return source
    .slice(source.lastIndexOf("/**", end) + 3, end)
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n")
    .trim();
}
