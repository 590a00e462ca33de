/**
 * SHA-256 of all trained parameters, on the compiled engine, anywhere.
 *
 * Whoever changes arithmetic, networks or data on purpose puts the new one here: it is in the message of the test that fails. It changes
 * with nothing else: not with the machine, the version of Node, the browser or the number of threads.
 */
export const expectedHash = "b9228d10c38fe5269f36e0d0e6598a304f2c37021bcd71cd0bedf1da2e339cdc";
