import type { Operation, Parameter } from "../../edm/elements.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { MergeContext } from "../context.js";

/**
 * The parameters of an operation, with what pages add to their declarations: descriptions and other annotations of terms
 * that they do not have, and, of an action, that they must be given, where CSDL does not state whether they may be null.
 */
export function withPageParameters(
  { kind, parameters }: Operation,
  requests: readonly ResolvedRequest[],
  context: Pick<MergeContext, "declarations" | "report">,
): readonly Parameter[] {
  const documented = requests.flatMap((request) => request.parameters ?? []);
  if (documented.length === 0) return parameters;
  const merged = parameters.map((parameter) => {
    const rows = documented.filter((row) => isSame(row, parameter) && row.at !== parameter.at);
    reportSpelling(rows, parameter, context);
    const changed = rows.reduce((merged, row) => mergeRow(merged, row, kind), parameter);
    if (changed !== parameter) {
      const own = context.declarations.get(parameter) ?? [parameter];
      context.declarations.set(changed, [...own, ...rows]);
    }
    return changed;
  });
  return merged.some((parameter, index) => parameter !== parameters[index]) ? merged : parameters;
}

/** Pages may write a name in another letter case. */
function isSame(row: Parameter, { name }: Parameter): boolean {
  return row.name.toLowerCase() === name.toLowerCase();
}

/** A row that several requests of a page share is named once. */
function reportSpelling(rows: readonly Parameter[], { name, at }: Parameter, { report }: Pick<MergeContext, "report">) {
  const misspelled = new Map(rows.filter((row) => row.name !== name).map((row) => [row.at, row.name]));
  for (const [place, written] of misspelled)
    report.add("letter-case-differs", place, { what: "parameter", written, stands: name }, [
      { place: at, message: "the declaration that stands" },
    ]);
}

function mergeRow(parameter: Parameter, row: Parameter, kind: Operation["kind"]): Parameter {
  const { type, annotations = [] } = parameter;
  const added = (row.annotations ?? []).filter(({ term }) => !annotations.some((one) => one.term === term));
  const isRequired = kind === "Action" && row.type?.nullable === false && !row.type.collection;
  const required = isRequired && type?.nullable === undefined && type?.collection === false;
  if (added.length === 0 && !required) return parameter;
  return {
    ...parameter,
    ...(required && { type: { ...type, nullable: false } }),
    ...(added.length > 0 && { annotations: [...annotations, ...added] }),
  };
}
