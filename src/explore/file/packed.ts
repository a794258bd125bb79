/**
 * The data as the page has it: without names of types that follow from others by the rules below, which weigh more than
 * they look, since compression reaches back no further than 32 kB. Descriptions, and who says what, stand apart from
 * the elements, where like is beside like. The program puts all of this in again.
 */
import type { ElementData, ModelData, SaidData, TypeData } from "../data/format.js";

type Names = Readonly<Record<string, string>>;

/** Stands for a name that would follow and is absent: none is empty. */
const ABSENT = "";

/** What elements have, in the order of the elements; 0 for one that has none. */
interface Columns {
  readonly said: readonly (readonly SaidRow[] | 0)[];
  readonly descriptions: readonly (string | 0)[];
}

type SaidRow = readonly [by: string, source: number, line: number, differs?: string];

/** Where a type has another name than follows it is stated. */
export function packed(data: ModelData): object {
  const { types, operations, children, requests } = data;
  const elements = elementsOf(data);
  const columns: Columns = {
    said: elements.map(({ said }) => said?.map(rowOf) ?? 0),
    descriptions: elements.map(({ description }) => description ?? 0),
  };
  return {
    ...data,
    types: types.map(bareType),
    operations: operations.map((one) => ({ ...bare(one), parameters: one.parameters.map(bare) })),
    children: children.map(bare),
    requests: requests.map(bare),
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

function bareType(type: TypeData): object {
  const stated: Record<string, unknown> = bare(type);
  for (const [role, name] of Object.entries(namesOf(type))) {
    if (stated[role] === undefined) stated[role] = ABSENT;
    else if (stated[role] === name) stated[role] = undefined;
  }
  return "members" in type ? { ...stated, members: type.members.map(bare) } : stated;
}

/** Without what columns have: JSON has nothing for undefined. */
function bare(element: object): Record<string, unknown> {
  return { ...element, said: undefined, description: undefined };
}

/** The data that was packed; the elements are changed in place, which a page has no second use for. */
export function unpack<T extends ModelData>(data: T): T {
  takeColumns(data as ModelData & Partial<Columns>); // which packed data has
  for (const type of data.types) {
    const filled = type as unknown as Record<string, unknown>; // an object of JSON
    for (const [role, name] of Object.entries(namesOf(type))) {
      if (filled[role] === undefined) filled[role] = name;
      else if (filled[role] === ABSENT) delete filled[role];
    }
  }
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

/** The names of its other declarations by their roles. */
function namesOf({ kind, read }: TypeData): Names {
  const schema = `${read.replace(/[^.]+$/, (name) => name.charAt(0).toLowerCase() + name.slice(1))}Schema`;
  if (kind === "TypeDefinition") return {};
  return kind === "EnumType" ? { schema } : { schema, create: `${read}Create`, update: `${read}Update` };
}
