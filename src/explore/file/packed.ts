/**
 * The data as the page has it: without names and addresses that follow from others by the rules below, which weigh more
 * than they look, since compression reaches back no further than 32 kB. The program puts them in again.
 */
import type { MemberData, ModelData, RequestData, SourceData, StructuredData, TypeData } from "../data/format.js";

type Values = Readonly<Record<string, unknown>>;

/** Stands for a value that would follow and is absent: no name, type or address is empty. */
const ABSENT = "";

/** Where an element has another value than follows it is stated. */
export function packed(data: ModelData): object {
  const { sources = [] } = data;
  return {
    ...data,
    types: data.types.map((type) => ({
      ...without(type, ofType(type, sources)),
      ...(isStructured(type) && { members: type.members.map((member) => without(member, ofMember(member))) }),
    })),
    requests: data.requests.map((request) => without(request, ofRequest(request, sources))),
  };
}

/** The data that was packed; the elements are changed in place, which a page has no second use for. */
export function unpack<T extends ModelData>(data: T): T {
  const { sources = [] } = data;
  for (const type of data.types) {
    fill(type, ofType(type, sources));
    if (isStructured(type)) for (const member of type.members) fill(member, ofMember(member));
  }
  for (const request of data.requests) fill(request, ofRequest(request, sources));
  return data;
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

function without(element: object, following: Values): object {
  const values = Object.entries(following);
  if (values.length === 0) return element;
  const stated: Record<string, unknown> = { ...element };
  for (const [name, value] of values) {
    if (stated[name] === undefined) stated[name] = ABSENT;
    else if (JSON.stringify(stated[name]) === JSON.stringify(value)) delete stated[name];
  }
  return stated;
}

function fill(element: object, following: Values): void {
  const filled = element as Record<string, unknown>; // an object of JSON
  for (const [name, value] of Object.entries(following)) {
    if (filled[name] === undefined) filled[name] = value;
    else if (filled[name] === ABSENT) delete filled[name];
  }
}
