import type { Model } from "../../edm/model.js";
import { statedBeside, type IsStated } from "../../vocabularies/resource-permissions.js";
import { Segments } from "../../views/client/wire/segments.js";
import { indexImports } from "../../views/modules/imports.js";
import type { Scope } from "../../views/modules/scope.js";
import type { ViewContext } from "../../views/view-context.js";
import { Report } from "../../diagnostics/report.js";
import { MemberTypes } from "./member-types.js";
import type { Places } from "./places.js";
import { Snippets } from "./snippets/snippets.js";

/** The parts that data can do without. */
export type DataPart = "provenance" | "docs" | "requests" | "audit";

/** What every part of the data is made of. Type text has the names that `index.ts` exports. */
export interface DataScope extends Scope {
  readonly whole: Model;
  readonly segments: Segments;
  readonly snippets: Snippets;
  readonly memberTypes: MemberTypes;
  /** The sources by index; absent without provenance. */
  readonly places?: Places;
  /** Whether descriptions are wanted. */
  readonly described: boolean;
  readonly isStated: IsStated;
}

export function dataScope(
  context: ViewContext,
  { places, without = [] }: { readonly places: Places; readonly without?: readonly DataPart[] },
): DataScope {
  const { whole } = context;
  // Segments that are renamed are reported where the client is generated.
  const walk = { context, imports: indexImports, segments: new Segments(whole, new Report()) };
  return {
    ...walk,
    whole,
    snippets: new Snippets(walk),
    memberTypes: new MemberTypes(),
    ...(!without.includes("provenance") && { places }),
    described: !without.includes("docs"),
    isStated: statedBeside(whole.requests),
  };
}
