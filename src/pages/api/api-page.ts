import type { EnumType, Parameter, StructuredType, TypeName, TypeRef } from "../../edm/elements.js";
import { Core, tag } from "../../edm/vocabulary.js";
import type { Example, Header, Request } from "../../edm/requests.js";
import { bodyTypeOf, operationOf, responseOf, takesParameters, withFullName } from "./api-texts.js";
import { cloudsOf } from "./clouds.js";
import { exampleTypes } from "./example-types.js";
import { examplesOf, typesShown } from "./examples.js";
import { descriptionOf, isPlaceholder } from "../types/description.js";
import { permissionsOf } from "../permissions/permissions.js";
import {
  baseOfRows,
  listedEnums,
  propertyOf,
  typeRefOf,
  typedRows,
  type RowContext,
  type TypedRow,
} from "../types/property-rows.js";
import { parameterRows, queryOptionsOf } from "./query-options.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";
import { requestLinesOf, templateOf, type RequestLine } from "./request-lines.js";
import { isGroupRow } from "../tables/table-roles.js";
import { isEdmType } from "../tables/type-cell.js";

/** The declarations of a page. */
export interface Declarations {
  readonly structured: readonly StructuredType<TypeName>[];
  readonly enums: readonly EnumType<TypeName>[];
  readonly requests: readonly Request<TypeName>[];
}

/** Reads the requests of an api page, and the types that its body table and its examples show. */
export function readApi(context: PageContext): Declarations {
  const lines = requestLinesOf(context);
  if (lines.length === 0) {
    context.report.add("page-request-missing", placeOf(context, context.page.titleAt), { title: context.page.title });
  }
  const examples = examplesOf(context);
  const shown = typesShown(examples);
  const operation = operationOf(context, lines);
  const parameters = takesParameters(context, operation);
  const rows = rowsOf(context, parameters, operation);
  const body = parameters ? undefined : withFullName(bodyTypeOf(context, lines), shown);
  const response = responseOf(context);
  const returns = withFullName(response.returns, shown);
  const rowContext: RowContext = { ...context, by: "apiList" };
  const creates =
    operation === undefined && lines.some(({ method }) => method === "POST") && statusIs201(response.status, examples);
  const bodies = { ...(body && { body }), ...(returns && { returns }) };
  const shared: SharedByLines = {
    ...bodies,
    ...(operation && { operation }),
    ...(parameters ? { parameters: rows.map((row) => parameterOf(rowContext, row)) } : requiredOf(rows)),
    ...(response.status !== undefined && { status: response.status }),
  };
  const posted = parameters ? [] : tableType(rowContext, rows, body);
  return {
    structured: [...posted, ...exampleTypes(context, examples, { isOperation: parameters, creates, ...bodies })],
    enums: listedEnums(rowContext, rows),
    requests: requestsOf(
      context,
      lines,
      shared,
      examples.map(({ example }) => example),
    ),
  };
}

function statusIs201(stated: number | undefined, examples: readonly { readonly example: Example }[]): boolean {
  return stated === 201 || (stated === undefined && examples.some(({ example }) => example.response?.status === 201));
}

/** The rows that describe the body or the parameters; of rows with the same name the first one is kept. */
function rowsOf(context: PageContext, parameters: boolean, operation: Request["operation"]): readonly TypedRow[] {
  const tables = context.tables.filter(({ role }) => role === "body" || (parameters && role === "parameters"));
  const options = context.tables.filter(
    ({ role, table }) => operation === "Function" && role === "queryOptions" && table.header.includes("type"),
  );
  const rows = new Map<string, TypedRow>();
  for (const table of [...tables.map(({ table }) => table), ...options.map(({ table }) => parameterRows(table))])
    for (const row of typedRows(context, table)) if (!rows.has(row.name)) rows.set(row.name, row);
  return [...rows.values()];
}

/** Names of the body's properties that are marked as required. */
function requiredOf(rows: readonly TypedRow[]): Pick<Request, "required"> {
  const required = rows.flatMap(({ name, required }) => (required === true ? [name] : []));
  return required.length === 0 ? {} : { required };
}

/** A parameter that must be given is not null: so CSDL declares that (OData Protocol 4.01 §11.5.5.1). */
function parameterOf(context: RowContext, row: TypedRow): Parameter<TypeName> {
  const optional = row.required === false ? [tag(Core.OptionalParameter, placeOf(context, row.nameAt))] : [];
  const annotations = [...row.description.annotations, ...optional];
  const type = typeRefOf(context, row);
  return {
    name: row.name,
    type: row.required === true && !type.collection ? { ...type, nullable: false } : type,
    at: placeOf(context, row.nameAt),
    by: context.by,
    ...(annotations.length > 0 && { annotations }),
  };
}

/** The entity type that the table of the request body describes. */
function tableType(
  context: RowContext,
  rows: readonly TypedRow[],
  body: TypeRef<TypeName> | undefined,
): readonly StructuredType<TypeName>[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (body === undefined || isEdmType(body.type)) {
    context.report.add("page-table-nameless", placeOf(context, first.nameAt), { first: first.name });
    return [];
  }
  const base = baseOfRows(rows);
  return [
    {
      kind: "EntityType",
      name: body.type,
      ...(base !== undefined && { base }),
      at: placeOf(context, first.nameAt),
      by: "apiList",
      properties: rows.map((row) => propertyOf(context, row)),
      navigationProperties: [],
    },
  ];
}

/** The parts of a request that are the same for all request lines of a page. */
type SharedByLines = Pick<Request<TypeName>, "operation" | "body" | "required" | "parameters" | "status" | "returns">;

/** Makes a request of each request line; an example belongs to the line that its URL fits. */
function requestsOf(
  context: PageContext,
  lines: readonly RequestLine[],
  shared: SharedByLines,
  examples: readonly Example[],
): readonly Request<TypeName>[] {
  const description = shownText(context, descriptionOf(context.page)?.text ?? "");
  const permissions = permissionsOf(context);
  const headers = headersOf(context);
  const clouds = cloudsOf(context);
  const queryOptions = queryOptionsOf(context, shared.operation);
  const owners = examples.map((example) => ownerOf(example, lines));
  return lines.map((line) => ({
    kind: "Request",
    at: placeOf(context, line.at),
    by: "apiList",
    method: line.method,
    template: line.template,
    title: context.page.title,
    ...(!isPlaceholder(description) && { description }),
    ...(line.expands ? withoutReturns(shared) : shared),
    ...(permissions !== undefined && { permissions }),
    ...(queryOptions !== undefined && { queryOptions }),
    headers,
    ...(clouds !== undefined && { clouds }),
    examples: examples.filter((_, index) => owners[index] === line),
  }));
}

/** What the page returns is expanded there, within what the path addresses. */
function withoutReturns(all: SharedByLines): SharedByLines {
  const { returns: _, ...shared } = all;
  return shared;
}

/** The request line to which an example belongs: by method and path, else by method, else the first. */
function ownerOf({ request }: Example, lines: readonly RequestLine[]): RequestLine | undefined {
  const [first] = lines;
  if (request === undefined) return first;
  const path = templateOf(request.url) ?? request.url;
  const sameMethod = lines.filter(({ method }) => method === request.method);
  return sameMethod.find(({ template }) => fits(path, template)) ?? sameMethod[0] ?? first;
}

/** Whether a path has the segments of a template, where a placeholder stands for any segment. */
function fits(path: string, template: string): boolean {
  const segments = path.split("/");
  const wanted = template.split("/");
  if (segments.length !== wanted.length) return false;
  return wanted.every(
    (segment, index) => segment.includes("{") || segment.toLowerCase() === segments[index]?.toLowerCase(),
  );
}

function headersOf(context: PageContext): readonly Header[] {
  return context.tables
    .filter(({ role }) => role === "headers")
    .flatMap(({ table }) =>
      table.rows.flatMap((row) => {
        const [name, ...rest] = row.cells;
        if (name === undefined || name.text === "" || isGroupRow(table, row)) return [];
        // A column of types can stand between name and value.
        return [
          { name: shownText(context, name.text).replace(/:$/, ""), value: shownText(context, rest.at(-1)?.text ?? "") },
        ];
      }),
    );
}
