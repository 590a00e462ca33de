/**
 * The checks that a kind has to pass: pure functions over a harness that is handed in.
 *
 * Plugin authors take `neurite/testing`, which hands the real one in.
 */
export type { BundleOptions } from "./conformance/bundle-checks";
export { type ConformanceOptions, conformanceChecks } from "./conformance/conformance";
export { assertCheck, assertConformance, type Check, type Finding, findFaults } from "./conformance/finding";
export type { Harness, HarnessFit, HarnessModel, HostOptions } from "./conformance/harness";
export type { LossSample } from "./conformance/loss-checks";
export { type CheckedPart, type PluginOptions, pluginChecks } from "./conformance/plugin-checks";
