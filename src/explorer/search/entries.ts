/** Collects what can be found. */
import { groupBy } from "../../edm/grouping.js";
import { counted } from "../../explore/file/counted.js";
import type { OperationData, TypeData } from "../../explore/data/format.js";
import { changeStates } from "../model/changes-index.js";
import { comparesVersions } from "../model/compares.js";
import { childRoute, ownerOf, partOf } from "../model/element-names.js";
import { data, once } from "../model/model.js";
import { requestsByScope } from "../model/scopes.js";
import { lastName, nameInType } from "../model/type-names.js";
import { operations } from "../model/types.js";
import { keyOfRequest } from "../model/requests.js";
import type { Entry, Named } from "./entry.js";
import { JoinedTexts } from "./joined-texts.js";

const allNames = once((): readonly Named[] => {
  const members = groupBy(data.types.flatMap(memberEntries), ({ kind, name }) => `${kind === "Member"}${name}`);
  return [
    ...[...data.types.map(typeEntry), ...childEntries(), ...operationEntries(), ...scopeEntries()].map(alone),
    ...[...members.values()].map((entries) => named(entries[0].name, entries)),
    ...(comparesVersions ? removedEntries().map(alone) : []),
    ...requestNames(),
  ];
});

/** The names, to find those that have a word, and all their entries, to find those that have one in their description. */
export const nameIndex = once(() => {
  const names = allNames();
  const entries = names.flatMap((named) => named.entries.map((entry) => ({ named, entry })));
  return {
    byName: new JoinedTexts(names, ({ name }) => name),
    byDescription: new JoinedTexts(entries, ({ entry: { text = "" } }) => text),
  };
});

function named(name: string, entries: Named["entries"]): Named {
  return { name, lower: name.toLowerCase(), entries };
}

function alone(entry: Entry): Named {
  return named(entry.name, [entry]);
}

function typeEntry({ kind, name, description }: TypeData): Entry {
  const short = lastName(name);
  return {
    kind,
    name: short,
    element: name,
    owner: namespaceOf(name),
    text: description,
    route: ["type", name],
  };
}

function memberEntries(type: TypeData): readonly Entry[] {
  const members = "members" in type ? type.members : [];
  return members.map(({ name, description, ...member }): Entry => ({
    kind: "kind" in member ? member.kind : "Member",
    name,
    element: `${type.name}/${name}`,
    owner: type.name,
    text: description,
    route: ["type", type.name, name],
  }));
}

function childEntries(): readonly Entry[] {
  return data.children.map((child) => {
    const { kind, name, description, target } = child;
    return { kind, name, element: `/${name}`, owner: target, text: description, route: childRoute(child) };
  });
}

function operationEntries(): readonly Entry[] {
  return [...operations()].map(([name, overloads]) => {
    const typesBy = (textsOf: (of: OperationData) => readonly (string | undefined)[]) =>
      overloads.flatMap(textsOf).flatMap((text) => (text === undefined ? [] : [nameInType(text)]));
    const bound = [...new Set(typesBy(({ boundTo }) => [boundTo]))];
    return {
      kind: overloads[0].kind,
      name: lastName(name),
      element: name,
      owner: bound.length > 2 ? `${bound.length} types` : bound.join(", ") || namespaceOf(name),
      text: overloads.find(({ description }) => description !== undefined)?.description,
      returns: typesBy(({ returns }) => [returns]),
      takes: [...bound, ...typesBy(({ parameters }) => parameters.map(({ type }) => type))],
      route: ["op", name],
    };
  });
}

function scopeEntries(): readonly Entry[] {
  return [...requestsByScope()].map(([name, opened]) => {
    const { size } = new Set(opened.map(({ request }) => request));
    return { kind: "Scope", name, element: name, owner: `opens ${counted(size, "request")}`, route: ["scope", name] };
  });
}

/** By their paths: their methods are no part of what a word has to begin. */
function requestNames(): readonly Named[] {
  return data.requests.map((request) => {
    const { method, path, title = "", description } = request;
    const key = keyOfRequest(request);
    const route = ["req", method, path] as const;
    return named(path, [{ kind: "Request", name: key, element: key, owner: title, text: description, route }]);
  });
}

/** Elements of the other version that the model does not have any more. */
function removedEntries(): readonly Entry[] {
  const removed = [...changeStates()].filter(([, { state }]) => state === "removed");
  return removed.map(([element]) => {
    const owner = ownerOf(element);
    return { kind: "Removed", name: partOf(element) ?? lastName(element), element, owner, route: ["changes", owner] };
  });
}

/** The namespace of a qualified name; empty for a name without one. */
function namespaceOf(qualified: string): string {
  return qualified.slice(0, Math.max(0, qualified.lastIndexOf(".")));
}
