/**
 * SHA-256 of all trained parameters, on the compiled engine, anywhere.
 *
 * Whoever changes arithmetic, networks or data on purpose puts the new one here: it is in the message of the test that fails. It changes
 * with nothing else: not with the machine, the version of Node, the browser or the number of threads.
 */
export const expectedHash = "88311c59846e9f57d47cc564b60abd770b27b46d7803b721acd9a606bb85f29e";
