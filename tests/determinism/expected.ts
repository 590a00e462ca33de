/**
 * SHA-256 of all trained parameters, on the compiled engine, anywhere.
 *
 * Whoever changes arithmetic, networks or data on purpose puts the new one here: it is in the message of the test that fails. It changes
 * with nothing else: not with the machine, the version of Node, the browser or the number of threads.
 */
export const expectedHash = "374d69e7d884af1b0896d969851989b9057a5fb7d5b9d6831372524362a3cc08";
