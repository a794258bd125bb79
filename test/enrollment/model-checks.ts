import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { isStructured, type Model } from "../../src/edm/model.js";
import { isTagged, Core } from "../../src/edm/vocabulary.js";
import { modelOf } from "../support/model.js";
import { expectedModel, summaryOf } from "./expected-model.js";
import { setsOf } from "../support/scope-sets.js";

/** What the five pages say, by whatever texts it is said. */
export function describeModel(texts: Readonly<Record<string, string>>): void {
  const names = Object.keys(texts);
  const { model, said, failed } = modelOf(texts);

  it("is exactly what the pages say", () => {
    expect(failed, said.join("\n")).toBe(false);
    expect(summaryOf(model)).toEqual(expectedModel);
  });

  it("is the same in whatever order the pages come, and whatever they are called", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), fc.boolean(), (order, rename) => {
        const shuffled = Object.fromEntries(
          order.map((name, index) => [rename ? `page-${index}.txt` : name, texts[name] ?? ""]),
        );
        const again = modelOf(shuffled).model;
        expect(summaryOf(again)).toEqual(expectedModel);
        expect(permissionsOf(again)).toEqual(permissionsOf(model));
      }),
      { numRuns: 40 },
    );
  });

  it("knows what the service sets: id, createdDateTime and lastModifiedDateTime", () => {
    const type = model.schemas
      .flatMap(({ elements }) => elements)
      .filter(isStructured)
      .find(({ name }) => name === "microsoft.graph.importedDeviceIdentity");
    const set = type?.properties
      .filter((property) => isTagged(property, Core.ComputedDefaultValue))
      .map(({ name }) => name);
    expect(set?.toSorted()).toEqual(["createdDateTime", "id", "lastModifiedDateTime"]);
  });

  it("knows the permissions of each request, by the newest page", () => {
    const [old, all] = ["DeviceManagementServiceConfig.ReadWrite.All", "DeviceManagementConfiguration.ReadWrite.All"];
    expect(permissionsOf(model)).toEqual({
      "POST /deviceManagement/importedDeviceIdentities": {
        delegatedWork: [old, all],
        delegatedPersonal: [],
        application: [old, all],
      },
      "PATCH /deviceManagement/importedDeviceIdentities/{importedDeviceIdentityId}": {
        delegatedWork: [old, all],
        delegatedPersonal: [],
        application: [old, all],
      },
      "POST /deviceManagement/importedDeviceIdentities/importDeviceIdentityList": {
        delegatedWork: [old],
        delegatedPersonal: [],
        application: [old],
      },
      "POST /deviceManagement/importedWindowsAutopilotDeviceIdentities": {
        delegatedWork: [old],
        delegatedPersonal: [],
        application: [old],
      },
    });
  });

  it("resolves every request to what it addresses", () => {
    expect(
      model.requests.map(({ method, resource }) => [
        method,
        resource?.kind,
        resource?.kind === "Operation" ? resource.operation.name : resource?.type,
      ]),
    ).toEqual([
      ["POST", "Collection", "microsoft.graph.importedDeviceIdentity"],
      ["POST", "Operation", "microsoft.graph.importDeviceIdentityList"],
      ["PATCH", "Entity", "microsoft.graph.importedDeviceIdentity"],
      ["POST", "Collection", "microsoft.graph.importedWindowsAutopilotDeviceIdentity"],
    ]);
  });
}

/** A page alone says less than all together, and nothing else. */
export function describeAlone(pages: Readonly<Record<string, string>>): void {
  describe.each(Object.keys(pages))("%s alone", (name) => {
    const { model, said, failed } = modelOf({ [name]: pages[name] ?? "" });

    it("gives no error", () => {
      expect(failed, said.join("\n")).toBe(false);
    });

    it("contradicts nothing that all say together", () => {
      expect(contradictions(model)).toEqual([]);
    });
  });
}

/** Facts of a model that the expected one does not have. What only an example shows is a string for whatever is written as one. */
function contradictions(model: Model): readonly string[] {
  const alone = summaryOf(model);
  const found: string[] = [];
  for (const [name, members] of Object.entries(alone.enums)) {
    const all: readonly string[] | undefined = (expectedModel.enums as Record<string, readonly string[]>)[name];
    for (const member of members) if (all?.includes(member) !== true) found.push(`${name}/${member}`);
  }
  const types = expectedModel.types as unknown as Record<string, ExpectedType>;
  for (const [name, type] of Object.entries(alone.types as unknown as Record<string, ExpectedType>)) {
    const expected = types[name];
    if (expected === undefined || expected.kind !== type.kind) found.push(`${name} ${type.kind}`);
    for (const [property, said] of Object.entries({ ...type.properties, ...type.navigationProperties })) {
      const joint = memberOf(name, property, types);
      const fromExample = model.schemas
        .flatMap(({ elements }) => elements)
        .filter(isStructured)
        .find((candidate) => candidate.name === name)
        ?.properties.some((candidate) => candidate.name === property && candidate.by === "example");
      if (joint !== said && !(fromExample === true && said === "Edm.String")) found.push(`${name}/${property} ${said}`);
    }
  }
  for (const [name, operation] of Object.entries(alone.operations)) {
    if (JSON.stringify(operation) !== JSON.stringify((expectedModel.operations as Record<string, object>)[name]))
      found.push(name);
  }
  return found;
}

interface ExpectedType {
  readonly kind: string;
  readonly base?: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly navigationProperties: Readonly<Record<string, string>>;
}

function memberOf(type: string, name: string, types: Readonly<Record<string, ExpectedType>>): string | undefined {
  const found = types[type];
  if (found === undefined) return undefined;
  return (
    found.properties[name] ??
    found.navigationProperties[name] ??
    (found.base === undefined ? undefined : memberOf(found.base, name, types))
  );
}

function permissionsOf(model: Model): object {
  return Object.fromEntries(
    model.requests.map(({ method, template, permissions }) => [
      `${method} ${template}`,
      Object.fromEntries((permissions ?? []).map(({ scheme, alternatives }) => [scheme, setsOf(alternatives)])),
    ]),
  );
}
