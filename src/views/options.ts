import { namespaceOf } from "../edm/names.js";
import type { Model } from "../edm/model.js";

/** The artifacts that are code, in the order in which the index exports them. */
export const codeArtifacts = ["types", "validators", "client"] as const;

/** One kind of output. */
export type Artifact = (typeof codeArtifacts)[number] | "operations";

export interface ViewOptions {
  readonly emit: readonly Artifact[];
  readonly runtime: "inline" | "package";
  readonly importExtension: "js" | "ts" | "none";
  /** The namespace that is exported flat; by default the container's. */
  readonly namespace?: string | undefined;
  /**
   * What `Nullable="false"` promises of a value that is read: that it is there, or only that it is
   * not null. Graph leaves out what was not selected, so there it is the latter.
   */
  readonly nonNull?: "present" | "notNull" | undefined;
}

export function nonNullOf(model: Model, { nonNull }: ViewOptions): "present" | "notNull" {
  if (nonNull !== undefined) return nonNull;
  return model.container !== undefined && namespaceOf(model.container.name) === "microsoft.graph"
    ? "notNull"
    : "present";
}
