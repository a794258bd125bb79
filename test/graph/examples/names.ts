import type { ServiceNames } from "../../support/abnf/odata-url.js";
import { scanTags, tagsBelow, type Tag } from "../../support/tag-scan.js";

/** The names that a CSDL document declares, by the rule of the OData grammar that they match. */
export function serviceNames(csdl: string): ServiceNames {
  const document = scanTags(csdl);
  const all = (kind: string): readonly Tag[] => tagsBelow(document, kind);
  const complex = new Set(all("ComplexType").map(nameOf));
  const properties = all("Property");
  const isCollection = ({ attributes }: Tag): boolean => attributes["Type"]?.startsWith("Collection(") === true;
  const isComplex = ({ attributes }: Tag): boolean => complex.has(simple(attributes["Type"] ?? ""));
  const isStream = ({ attributes }: Tag): boolean => attributes["Type"] === "Edm.Stream";
  const primitive = properties.filter((one) => !isComplex(one) && !isStream(one));
  const navigation = all("NavigationProperty");
  return {
    entitySetName: all("EntitySet").map(nameOf),
    singletonEntity: all("Singleton").map(nameOf),
    entityNavigationProperty: navigation.filter((one) => !isCollection(one)).map(nameOf),
    entityColNavigationProperty: navigation.filter(isCollection).map(nameOf),
    primitiveKeyProperty: all("PropertyRef").map(nameOf),
    primitiveNonKeyProperty: primitive.filter((one) => !isCollection(one)).map(nameOf),
    primitiveColProperty: primitive.filter(isCollection).map(nameOf),
    complexProperty: properties.filter((one) => isComplex(one) && !isCollection(one)).map(nameOf),
    complexColProperty: properties.filter((one) => isComplex(one) && isCollection(one)).map(nameOf),
    streamProperty: properties.filter(isStream).map(nameOf),
    action: all("Action").map(nameOf),
    ...functionNames(all("Function")),
    parameterName: all("Parameter").map(nameOf),
    entityTypeName: all("EntityType").map(nameOf),
    complexTypeName: all("ComplexType").map(nameOf),
    enumerationTypeName: all("EnumType").map(nameOf),
    namespacePart: all("Schema").flatMap(({ attributes }) => attributes["Namespace"]?.split(".") ?? []),
  };
}

function functionNames(functions: readonly Tag[]): ServiceNames {
  const isCollection = ({ children }: Tag): boolean =>
    children.some(({ name, attributes }) => name === "ReturnType" && attributes["Type"]?.startsWith("Collection("));
  return {
    entityColFunction: functions.filter(isCollection).map(nameOf),
    entityFunction: functions.filter((one) => !isCollection(one)).map(nameOf),
  };
}

function nameOf({ attributes }: Tag): string {
  return attributes["Name"] ?? "";
}

function simple(type: string): string {
  return /[^.()]+(?=\)?$)/.exec(type)?.[0] ?? type;
}
