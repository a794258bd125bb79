/** What pages must leave as it is where the CSDL stands beside them. */
import { isStructured, isType, type EdmType, type Model } from "../../src/edm/model.js";
import { propertiesOf } from "../../src/merge/types/properties.js";
import type { Oracle } from "./oracle.js";
import { placeInCsdl, placeInModel } from "./places.js";

/** The types, properties, bases and enum members of the CSDL that are not in the model of both as they are there. */
export function changedBy({ csdl, both }: { readonly csdl: Model; readonly both: Model }): readonly string[] {
  return csdl.elements.filter(isType).flatMap((type) => {
    const found = new Set(factsOf(both.type(type.name)));
    return factsOf(type).filter((fact) => !found.has(fact));
  });
}

function factsOf(type: EdmType | undefined): readonly string[] {
  if (type === undefined) return [];
  if (type.kind === "EnumType") return type.members.map(({ name, value }) => `${type.name}.${name} = ${value}`);
  if (!isStructured(type)) return [`${type.name} = ${type.underlyingType}`];
  const properties = propertiesOf(type).map(
    ({ kind, name, type: ref }) => `${kind} ${type.name}/${name}: ${JSON.stringify(ref)}`,
  );
  return [`${type.kind} ${type.name} extends ${type.base}`, ...properties];
}

/** Requests that the model takes to another place than a second reading of the CSDL does. */
export function misplaced({ requests }: Model, oracle: Oracle): readonly string[] {
  return requests.flatMap((request) => {
    const [ours, theirs] = [placeInModel(request), placeInCsdl(request.template, oracle)];
    if (ours === undefined || theirs === undefined || ours.toLowerCase() === theirs.toLowerCase()) return [];
    return [`${request.method} ${request.template}: ${ours}, not ${theirs}`];
  });
}
