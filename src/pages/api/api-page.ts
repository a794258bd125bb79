import type { EnumType, Parameter, StructuredType, TypeName, TypeRef } from "../../edm/elements.js";
import { Core, tag } from "../../edm/vocabulary.js";
import type { Example, Header, Request } from "../../edm/requests.js";
import { bodyTypeOf, operationOf, responseOf, takesParameters, withFullName } from "./api-texts.js";
import { cloudsOf } from "./clouds.js";
import { exampleTypes } from "./example-types.js";
import { examplesOf, typesShown, type ReadExample } from "./examples.js";
import { descriptionOf } from "../page-facts.js";
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
import { placeOf, shownText, type Reading } from "../reading.js";
import { requestLinesOf, templateOf, type RequestLine } from "./request-lines.js";
import { isGroupRow } from "../tables/table-roles.js";
import { isEdmType } from "../tables/type-cell.js";

export interface ApiFacts {
  readonly structured: readonly StructuredType<TypeName>[];
  readonly enums: readonly EnumType<TypeName>[];
  readonly requests: readonly Request<TypeName>[];
}

/** The requests of an api page, and what its table and its examples say of types. */
export function readApi(reading: Reading): ApiFacts {
  const lines = requestLinesOf(reading);
  if (lines.length === 0) {
    reading.report.add("page-request-missing", placeOf(reading, reading.page.titleAt), { title: reading.page.title });
  }
  const examples = examplesOf(reading);
  const operation = operationOf(reading, lines);
  const parameters = takesParameters(reading, operation);
  const rows = rowsOf(reading, parameters, operation);
  const body = parameters ? undefined : fullName(bodyTypeOf(reading, lines), examples);
  const response = responseOf(reading);
  const returns = fullName(response.returns, examples);
  const context: RowContext = { reading, by: "apiList" };
  const creates =
    operation === undefined && lines.some(({ method }) => method === "POST") && statusIs201(response.status, examples);
  const bodies = { ...(body && { body }), ...(returns && { returns }) };
  const facts = {
    ...bodies,
    ...(operation && { operation }),
    ...(parameters ? { parameters: rows.map((row) => parameterOf(context, row)) } : requiredOf(rows)),
    ...(response.status !== undefined && { status: response.status }),
  };
  const posted = parameters ? [] : tableType(context, rows, body);
  return {
    structured: [...posted, ...exampleTypes(reading, examples, { isOperation: parameters, creates, ...bodies })],
    enums: listedEnums(context, rows),
    requests: requestsOf(
      reading,
      lines,
      facts,
      examples.map(({ example }) => example),
    ),
  };
}

function fullName(ref: TypeRef<TypeName> | undefined, examples: readonly ReadExample[]): TypeRef<TypeName> | undefined {
  return ref && withFullName(ref, () => typesShown(examples));
}

function statusIs201(stated: number | undefined, examples: readonly { readonly example: Example }[]): boolean {
  return stated === 201 || (stated === undefined && examples.some(({ example }) => example.response?.status === 201));
}

function rowsOf(reading: Reading, parameters: boolean, operation: Request["operation"]): readonly TypedRow[] {
  const tables = reading.tables.filter(({ role }) => role === "body" || (parameters && role === "parameters"));
  const options = reading.tables.filter(
    ({ role, table }) => operation === "Function" && role === "queryOptions" && table.header.includes("type"),
  );
  const rows = new Map<string, TypedRow>();
  for (const table of [...tables.map(({ table }) => table), ...options.map(({ table }) => parameterRows(table))])
    for (const row of typedRows(reading, table)) if (!rows.has(row.name)) rows.set(row.name, row);
  return [...rows.values()];
}

/** The properties of the body that rows call required. */
function requiredOf(rows: readonly TypedRow[]): Pick<Request, "required"> {
  const required = rows.flatMap(({ name, required }) => (required === true ? [name] : []));
  return required.length === 0 ? {} : { required };
}

function parameterOf(context: RowContext, row: TypedRow): Parameter<TypeName> {
  const optional = row.required === false ? [tag(Core.OptionalParameter, placeOf(context.reading, row.nameAt))] : [];
  const annotations = [...row.description.annotations, ...optional];
  return {
    name: row.name,
    type: typeRefOf(context, row),
    at: placeOf(context.reading, row.nameAt),
    by: context.by,
    ...(annotations.length > 0 && { annotations }),
  };
}

/** The entity that the table of the request body describes; it is posted to a path, so it is one. */
function tableType(
  context: RowContext,
  rows: readonly TypedRow[],
  body: TypeRef<TypeName> | undefined,
): readonly StructuredType<TypeName>[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (body === undefined || isEdmType(body.type)) {
    context.reading.report.add("page-table-nameless", placeOf(context.reading, first.nameAt), { first: first.name });
    return [];
  }
  const base = baseOfRows(rows);
  return [
    {
      kind: "EntityType",
      name: body.type,
      ...(base !== undefined && { base }),
      at: placeOf(context.reading, first.nameAt),
      by: "apiList",
      properties: rows.map((row) => propertyOf(context, row)),
      navigationProperties: [],
    },
  ];
}

type RequestFacts = Pick<Request<TypeName>, "operation" | "body" | "required" | "parameters" | "status" | "returns">;

/** One request for each line; an example belongs to the line that its URL fits. */
function requestsOf(
  reading: Reading,
  lines: readonly RequestLine[],
  facts: RequestFacts,
  examples: readonly Example[],
): readonly Request<TypeName>[] {
  const description = shownText(reading, descriptionOf(reading.page)?.text ?? "");
  const permissions = permissionsOf(reading);
  const headers = headersOf(reading);
  const clouds = cloudsOf(reading);
  const queryOptions = queryOptionsOf(reading, facts.operation);
  const owners = examples.map((example) => ownerOf(example, lines));
  return lines.map((line) => ({
    kind: "Request",
    at: placeOf(reading, line.at),
    by: "apiList",
    method: line.method,
    template: line.template,
    title: reading.page.title,
    ...(description !== "" && !/^not yet documented\.?$/i.test(description) && { description }),
    ...facts,
    ...(permissions !== undefined && { permissions }),
    ...(queryOptions !== undefined && { queryOptions }),
    headers,
    ...(clouds !== undefined && { clouds }),
    examples: examples.filter((_, index) => owners[index] === line),
  }));
}

function ownerOf({ request }: Example, lines: readonly RequestLine[]): RequestLine | undefined {
  const [first] = lines;
  if (request === undefined) return first;
  const path = templateOf(request.url) ?? request.url;
  const sameMethod = lines.filter(({ method }) => method === request.method);
  return sameMethod.find(({ template }) => fits(path, template)) ?? sameMethod[0] ?? first;
}

/** Whether a path has the segments of a template, placeholders apart. */
function fits(path: string, template: string): boolean {
  const segments = path.split("/");
  const wanted = template.split("/");
  if (segments.length !== wanted.length) return false;
  return wanted.every(
    (segment, index) => segment.includes("{") || segment.toLowerCase() === segments[index]?.toLowerCase(),
  );
}

function headersOf(reading: Reading): readonly Header[] {
  return reading.tables
    .filter(({ role }) => role === "headers")
    .flatMap(({ table }) =>
      table.rows.flatMap((row) => {
        const [name, ...rest] = row.cells;
        if (name === undefined || name.text === "" || isGroupRow(table, row)) return [];
        // With a column of types in between, the value is the last.
        return [
          { name: shownText(reading, name.text).replace(/:$/, ""), value: shownText(reading, rest.at(-1)?.text ?? "") },
        ];
      }),
    );
}
