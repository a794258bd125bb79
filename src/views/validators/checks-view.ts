/** The file `validators/checks.ts`: how the properties of each type are checked. */
import { code, type Code } from "../../code/code.js";
import type { Operation } from "../../edm/elements.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { TypesImports, type TypesImportView } from "../modules/imports.js";
import { runtimePath } from "../modules/paths.js";
import type { ViewContext } from "../view-context.js";
import type { CheckNames } from "./check-names.js";
import { memberChecks, parameterChecks, type CheckScope, type PropertyCheckView } from "./value-checks.js";

export const CHECKS_FILE = "validators/checks.ts";

export interface ChecksView {
  readonly validation: string;
  /** Where enum members are. */
  readonly types: readonly TypesImportView[];
  readonly checks: readonly CheckView[];
  readonly variants: readonly VariantsView[];
}

export interface CheckView {
  readonly name: Code;
  readonly base: Code | null;
  readonly open: boolean;
  readonly odataType: ODataTypeCheckView | null;
  readonly properties: readonly PropertyCheckView[];
}

export interface ODataTypeCheckView {
  readonly helper: Code;
  readonly name: string | null;
}

/** The check of a value that may be of a derived type. */
export interface VariantsView {
  readonly name: Code;
  readonly base: Code;
  readonly derived: readonly { readonly name: string; readonly check: Code }[];
}

export function checksView(context: ViewContext, checks: CheckNames): ChecksView {
  const { model, facts, names, options, usage } = context;
  const imports = new TypesImports(names, names.modules[0]);
  const scope = { context, checks, imports, writes: new TypesImports(names, names.modules[0], "writes") };
  const views = [
    ...model.structuredTypes.map(({ name }) => structuredCheck(typeFactsIn(facts, name), scope)),
    ...model.operations.flatMap((operation) => parametersCheck(operation, scope)),
  ];
  return {
    validation: runtimePath(CHECKS_FILE, "validation", options),
    types: imports.views(CHECKS_FILE, options),
    checks: views,
    variants: [...usage.withDerived].sort().map((name) => ({
      name: checks.variants(name),
      base: checks.type(name),
      derived: model.derived(name).map((derived) => ({ name: derived.name, check: checks.type(derived.name) })),
    })),
  };
}

function structuredCheck(type: TypeFacts, scope: CheckScope): CheckView {
  const { name, base, open, ownMembers } = type;
  return {
    name: scope.checks.type(name),
    base: base === undefined ? null : scope.checks.type(base),
    open,
    odataType: odataTypeCheck(type),
    properties: ownMembers.flatMap((member) => memberChecks(member, scope)),
  };
}

/** The root of a hierarchy checks that it is a name, a type without derived types that it is its own. */
function odataTypeCheck({ name, base, leaf }: TypeFacts): ODataTypeCheckView | null {
  if (base === undefined) return { helper: code`odataType`, name: leaf ? name : null };
  return leaf ? { helper: code`odataTypeName`, name } : null;
}

/** The parameters of a function stand in the URL, and those of an action in a body. */
function parametersCheck(operation: Operation, scope: CheckScope): readonly CheckView[] {
  const { kind, parameters } = operationFactsIn(scope.context.facts, operation);
  if (kind !== "Action" || parameters.length === 0) return [];
  return [
    {
      name: scope.checks.parameters(operation),
      base: null,
      open: false,
      odataType: null,
      properties: parameters.flatMap((parameter) => parameterChecks(parameter, scope)),
    },
  ];
}
