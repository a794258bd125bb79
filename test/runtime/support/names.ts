/** The names that the sample service declares, read from its code. */
import { readFileSync } from "node:fs";
import { ts } from "ts-morph";
import type { ServiceNames } from "../../support/abnf/odata-url.js";
import { facts } from "../sample/client.js";

interface Member {
  /** The interface that declares it. */
  readonly owner: string;
  readonly name: string;
  /** The declaration behind the name. */
  readonly type: string;
}

/** Also those that tests address by `request`: the sample has a photo and a drive, but no types for them. */
export function sampleNames(): ServiceNames {
  const members = membersOf("client.ts").filter(({ owner }) => /(?:Client|Requests|Navigation|Segments)$/.test(owner));
  const children = members.filter(({ owner }) => owner === "Client");
  const below = members.filter((member) => !children.includes(member));
  const functions = below.filter(({ type }) => type.startsWith("("));
  const actions = below.filter(({ type }) => type.startsWith(": Action"));
  const navigation = below.filter((member) => !functions.includes(member) && !actions.includes(member));
  return {
    entitySetName: namesOf(children.filter(isCollection)),
    singletonEntity: [...namesOf(children.filter((child) => !isCollection(child))), "me"],
    entityColNavigationProperty: namesOf(navigation.filter(isCollection)),
    entityNavigationProperty: [...namesOf(navigation.filter((one) => !isCollection(one))), "photo", "drive", "root"],
    action: namesOf(actions),
    entityColFunction: namesOf(functions.filter(isCollection)),
    entityFunction: namesOf(functions.filter((one) => !isCollection(one))),
    parameterName: functions.flatMap(({ type }) => [...type.matchAll(/(\w+)\??:/g)].flatMap(([, name]) => name ?? [])),
    ...propertyNames(new Set(namesOf(navigation))),
    ...qualifiedNames(),
  };
}

function isCollection({ type }: Member): boolean {
  return /Many<|Collection/.test(type);
}

function propertyNames(navigation: ReadonlySet<string>): ServiceNames {
  const properties = membersOf("types.ts").filter(({ name }) => !navigation.has(name) && !name.includes("@"));
  const entities = new Set(membersOf("types.ts").flatMap(({ owner, name }) => (name === "id" ? owner : [])));
  const complex = new Set(properties.map(({ owner }) => owner).filter((owner) => !entities.has(owner)));
  const isComplex = ({ type }: Member): boolean => type.split(/\W+/).some((word) => complex.has(word));
  return {
    primitiveKeyProperty: ["id"],
    primitiveNonKeyProperty: namesOf(properties.filter((one) => !isComplex(one) && !one.type.includes("[]"))),
    primitiveColProperty: namesOf(properties.filter((one) => !isComplex(one) && one.type.includes("[]"))),
    complexProperty: namesOf(properties.filter((one) => isComplex(one) && !one.type.includes("[]"))),
    complexColProperty: namesOf(properties.filter((one) => isComplex(one) && one.type.includes("[]"))),
  };
}

function qualifiedNames(): ServiceNames {
  const types = membersOf("client.ts").flatMap(({ owner, name }) => (owner === "EntityMap" ? name : []));
  const enums = Object.values(facts.parameters ?? {}).filter((kind) => kind.includes("."));
  const operations = Object.values(facts.segments ?? {});
  const namespaces = [...types, ...enums, ...operations].flatMap((name) => name.split(".").slice(0, -1));
  return { entityTypeName: types.map(simple), enumerationTypeName: enums.map(simple), namespacePart: namespaces };
}

/** The members of the interfaces of a file of the sample. */
function membersOf(file: string): readonly Member[] {
  const text = readFileSync(new URL(`../sample/${file}`, import.meta.url), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isInterfaceDeclaration).flatMap(({ name: owner, members }) =>
    members.flatMap((member) => {
      const name = member.name?.getText(source);
      if (name === undefined) return [];
      const type = member.getText(source).slice(member.getText(source).indexOf(name) + name.length);
      return { owner: owner.text, name: name.replaceAll('"', ""), type: type.replace(/^\?/, "") };
    }),
  );
}

/** As they stand in URLs. */
function namesOf(members: readonly Member[]): readonly string[] {
  return members.map(({ name }) => {
    const wire = Object.hasOwn(facts.segments ?? {}, name) ? facts.segments?.[name] : undefined;
    return simple(wire ?? name);
  });
}

function simple(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
