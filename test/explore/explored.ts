/** The data of `explore` from texts in memory. */
import { join } from "node:path";
import { explore, type ExploreRequest, type ExploreResult } from "../../src/explore.js";
import type { ModelData, SaidData } from "../../src/explore/data/format.js";
import { memoryIo } from "../../src/memory/memory-io.js";
import { nodeIo } from "../../src/sources/node-io.js";

type Wanted = Partial<Omit<ExploreRequest, "inputs">>;

export async function exploredTexts(
  files: Readonly<Record<string, string>>,
  wanted: Wanted = {},
  inputs: readonly string[] = Object.keys(files),
): Promise<ModelData> {
  return (await explore({ inputs, ...wanted }, memoryIo(files))).data;
}

export function exploredFile(folder: string, file: string): Promise<ExploreResult> {
  return explore({ inputs: [join(folder, file)] }, nodeIo(folder));
}

/** The names that the data refers to and does not have, and indexes of sources that do not exist. */
export function looseEnds(data: ModelData): readonly string[] {
  const { types, operations, children, sources = [] } = data;
  const namespaces = data.namespaces.map(({ name }) => name);
  const known = new Set([...types, ...operations].map(({ name }) => name));
  const isOwn = (name: string) =>
    namespaces.some((namespace) => name.startsWith(`${namespace}.`) && !name.slice(namespace.length + 1).includes("."));
  const typeNames = [
    ...types.flatMap((type) => ("base" in type ? [type.base] : [])),
    ...types.flatMap(({ kind, ...type }) =>
      kind === "EnumType" || !("members" in type)
        ? []
        : type.members.map((member) => ("type" in member ? member.type : undefined)),
    ),
    ...operations.flatMap(({ boundTo, returns, parameters }) => [
      boundTo,
      returns,
      ...parameters.map(({ type }) => type),
    ]),
    ...children.map(({ target }) => target),
  ];
  const names = typeNames.flatMap((name) => name?.replace(/^Collection\((.*)\)$/, "$1") ?? []);
  return [
    ...names.filter((name) => isOwn(name) && !known.has(name)),
    ...saidIn(data).flatMap(({ source, line }) =>
      sources[source] !== undefined && line > 0 ? [] : [`source ${source}`],
    ),
  ];
}

/** Every statement of who said something. */
export function saidIn(data: unknown): readonly SaidData[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => (name === "said" ? (value as SaidData[]) : saidIn(value)));
}
