import type { WantedAssumptions } from "../facts/assumptions.js";

/** One kind of output. */
export type Artifact =
  "types" | "validators" | "client" | "operations" | "examples" | "zod" | "json-schema" | "query" | "mock";

export interface ViewOptions extends WantedAssumptions {
  readonly emit: readonly Artifact[];
  readonly runtime: "inline" | "package";
  /** Whether files carry `@ts-nocheck`; `auto`, the default, with many types. */
  readonly tsNocheck?: "auto" | "always" | "never" | undefined;
  /** The service root of the client; by default the one that reference pages show. */
  readonly baseUrl?: string | undefined;
  /**
   * Types of a user in the place of those of primitive types and type definitions: `branded`, or
   * `module#Type`; files are relative to the output folder.
   */
  readonly typeMapping?: Readonly<Record<string, string>> | undefined;
  readonly importExtension: "js" | "ts" | "none";
  /** The namespace that is exported flat; by default the container's. */
  readonly namespace?: string | undefined;
  /** Whether the interface of an open type takes any property, or the listed ones; `listed` by default. */
  readonly openTypes?: "listed" | "any" | undefined;
}
