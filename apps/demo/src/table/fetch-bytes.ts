/** The bytes of a file that is served beside this page. */
export async function fetchBytes(file: string): Promise<Uint8Array> {
  const response = await fetch(new URL(file, document.baseURI));
  if (!response.ok)
    throw new Error(
      `${file}: expected to be served beside this page, got status ${response.status}. Load the page anew.`,
    );
  return new Uint8Array(await response.arrayBuffer());
}
