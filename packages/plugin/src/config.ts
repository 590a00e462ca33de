/** A thing with a kind and the options it was made with; a model file holds just these two. */
export interface Ref {
  /** A bare word for the kinds of neurite, `acme/swish` for those of others. */
  readonly kind: string;
  readonly config?: Config;
}

/**
 * Options as they are kept on a layer, activation, … : plain data, and other kinds as values.
 *
 * Option objects are `type`s, not `interface`s, since only those fit an index signature.
 */
export type Config = null | boolean | number | string | Ref | readonly Config[] | { readonly [key: string]: Config };

/** What comes out of a JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Whether a config value is a kind with options, rather than plain data. */
export function isRef(config: unknown): config is Ref {
  return typeof config === "object" && config !== null && "kind" in config && typeof config.kind === "string";
}
