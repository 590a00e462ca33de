/**
 * The checks that a kind has to pass: pure functions over a harness that is handed in.
 *
 * Plugin authors take `neurite/testing`, which hands the real one in.
 */
export { type Applied, applyLayer, asLayer } from "./conformance/applied";
export { backendChecks } from "./conformance/backend-checks";
export { type FileSubject, fileChecks } from "./conformance/file-checks";
export { assertCheck, type Check, type Finding, findFaults } from "./conformance/finding";
export type { Harness, HarnessModel } from "./conformance/harness";
export { kindChecks } from "./conformance/kind-checks";
export { type LayerSubject, layerChecks } from "./conformance/layer-checks";
export { initializerChecks, lossChecks, metricChecks, optimizerChecks } from "./conformance/part-checks";
export { sampleValue } from "./conformance/sample-values";
