import type { NonNull } from "../facts/presence.js";

/** The artifacts that are code, in the order in which the index exports them. */
export const codeArtifacts = ["types", "validators", "client"] as const;

/** One kind of output. */
export type Artifact = (typeof codeArtifacts)[number] | "operations" | "examples";

export interface ViewOptions {
  readonly emit: readonly Artifact[];
  readonly runtime: "inline" | "package";
  readonly importExtension: "js" | "ts" | "none";
  /** The namespace that is exported flat; by default the container's. */
  readonly namespace?: string | undefined;
  /** What `Nullable="false"` promises of a value that is read; `notNull` by default for Microsoft Graph, else `present`. */
  readonly nonNull?: NonNull | undefined;
  /** Whether the interface of an open type takes any property, or the listed ones; `listed` by default. */
  readonly openTypes?: "listed" | "any" | undefined;
}
