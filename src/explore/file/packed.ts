/**
 * The data as the page has it: without names and addresses that follow from others by the rules below, which weigh more
 * than they look, since compression reaches back no further than 32 kB. Descriptions, and who says what, stand apart from
 * the elements, where like is beside like. The program puts all of this in again.
 */
import type {
  ElementData,
  MemberData,
  ModelData,
  RequestData,
  SaidData,
  SourceData,
  StructuredData,
  TypeData,
} from "../data/format.js";

type Values = Readonly<Record<string, unknown>>;

/** Stands for a value that would follow and is absent: no name, type or address is empty. */
const ABSENT = "";

/** What elements have, in the order of the elements; 0 for one that has none. */
interface Columns {
  readonly said: readonly (readonly SaidRow[] | 0)[];
  readonly descriptions: readonly (string | 0)[];
}

type SaidRow = readonly [by: string, source: number, line: number, differs?: string];

/** Where an element has another value than follows it is stated. */
export function packed(data: ModelData): object {
  const { types, operations, children, requests, sources = [] } = data;
  const elements = elementsOf(data);
  const columns: Columns = {
    said: elements.map(({ said }) => said?.map(rowOf) ?? 0),
    descriptions: elements.map(({ description }) => description ?? 0),
  };
  return {
    ...data,
    types: types.map((type) => bareType(type, sources)),
    operations: operations.map((one) => ({ ...bare(one), parameters: one.parameters.map((each) => bare(each)) })),
    children: children.map((child) => bare(child)),
    requests: requests.map((request) => bare(request, ofRequest(request, sources))),
    ...columns,
  };
}

/** All that have a description or are said by someone: both ways go through them in this order. */
function elementsOf({ types, operations, children, requests }: ModelData): readonly Described[] {
  return [
    ...types.flatMap((type) => [type, ...("members" in type ? type.members : [])]),
    ...operations.flatMap((operation) => [operation, ...operation.parameters]),
    ...children,
    ...requests,
  ];
}

type Described = Pick<ElementData, "said" | "description">;

function rowOf({ by, source, line, differs }: SaidData): SaidRow {
  return differs === undefined ? [by, source, line] : [by, source, line, differs];
}

function bareType(type: TypeData, sources: readonly SourceData[]): object {
  const own = bare(type, ofType(type, sources));
  if (isStructured(type)) return { ...own, members: type.members.map((member) => bare(member, ofMember(member))) };
  return "members" in type ? { ...own, members: type.members.map((member) => bare(member)) } : own;
}

/** Without what columns have, and without values that follow: JSON has nothing for undefined. */
function bare(element: object, following: Values = {}): object {
  const stated: Record<string, unknown> = { ...element, said: undefined, description: undefined };
  for (const [name, value] of Object.entries(following)) {
    if (stated[name] === undefined) stated[name] = ABSENT;
    else if (isSame(stated[name], value)) stated[name] = undefined;
  }
  return stated;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}

/** The data that was packed; the elements are changed in place, which a page has no second use for. */
export function unpack<T extends ModelData>(data: T): T {
  const { sources = [] } = data;
  takeColumns(data as ModelData & Partial<Columns>); // which packed data has
  for (const type of data.types) {
    fill(type, ofType(type, sources));
    if (isStructured(type)) for (const member of type.members) fill(member, ofMember(member));
  }
  for (const request of data.requests) fill(request, ofRequest(request, sources));
  return data;
}

function takeColumns(data: ModelData & Partial<Columns>): void {
  const { said, descriptions } = data;
  elementsOf(data).forEach((element, index) => {
    const [rows, description] = [said?.[index], descriptions?.[index]];
    Object.assign(
      element,
      rows && { said: rows.map(([by, source, line, differs]) => ({ by, source, line, ...(differs && { differs }) })) },
      description !== 0 && { description },
    );
  });
  Object.assign(data, { said: undefined, descriptions: undefined });
}

/** The names of its other declarations, and the address of the page that describes it. */
function ofType({ kind, read, said = [] }: TypeData, sources: readonly SourceData[]): Values {
  const page = said.find(({ by }) => by === "resourcePage" || by === "enumPage");
  const link = page && sources[page.source]?.link;
  const schema = `${read.replace(/[^.]+$/, (name) => name.charAt(0).toLowerCase() + name.slice(1))}Schema`;
  return {
    ...(kind !== "TypeDefinition" && { schema }),
    ...((kind === "EntityType" || kind === "ComplexType") && { create: `${read}Create`, update: `${read}Update` }),
    ...(link !== undefined && { links: [link] }),
  };
}

function isStructured(type: TypeData): type is StructuredData {
  return type.kind === "EntityType" || type.kind === "ComplexType";
}

/** What updates write is named after what they create. */
function ofMember({ create }: MemberData): Values {
  return typeof create === "string" ? { update: create.replaceAll(/Create(?=OrDerived\b|\b)/g, "Update") } : {};
}

/** The address of its page. */
function ofRequest({ said = [] }: RequestData, sources: readonly SourceData[]): Values {
  const [page] = said;
  const link = page && sources[page.source]?.link;
  return link === undefined ? {} : { link };
}

function fill(element: object, following: Values): void {
  const filled = element as Record<string, unknown>; // an object of JSON
  for (const [name, value] of Object.entries(following)) {
    if (filled[name] === undefined) filled[name] = value;
    else if (filled[name] === ABSENT) delete filled[name];
  }
}
