/** Compares documented entity and complex types with the CSDL. */
import type { EnumType, StructuredType } from "../edm/elements.js";
import { isStructured, type EdmType, type Model } from "../edm/model.js";
import { listed as inWords } from "./near-names.js";
import type { Finding } from "./finding.js";
import { memberFindings } from "./members.js";
import { basesOf } from "./type-differences.js";
import type { TypeIndex } from "./type-index.js";

/** The findings about a documented structured type. Types of examples are checked as values instead. */
export function structuredFindings(documented: StructuredType, index: TypeIndex): readonly Finding[] {
  const type = index.find(documented.name);
  if (type === undefined) return documented.by === "resourcePage" ? [absent(documented, index)] : [];
  const named = type.name === documented.name || documented.by !== "resourcePage" ? [] : [otherName(documented, type)];
  if (!isStructured(type)) return type.kind === "EnumType" ? [...named, otherKind(documented, type)] : named;
  return [...named, ...headFindings(documented, type, index.model), ...memberFindings(documented, type, index.model)];
}

/** The finding about a type that the CSDL does not declare. */
export function absent(documented: StructuredType | EnumType, index: TypeIndex): Finding {
  const near = index.near(documented.name);
  return {
    cause: "type-not-in-csdl",
    element: documented.name,
    message: `the CSDL does not declare this type${near === undefined ? "" : `; did you mean ${near}?`}`,
    page: documented.at,
    ...(near !== undefined && { suggestion: near }),
  };
}

export function otherName(documented: StructuredType | EnumType, type: EdmType): Finding {
  return {
    cause: "type-namespace-differs",
    element: documented.name,
    message: `documented as ${documented.name}, declared as ${type.name} in the CSDL`,
    page: documented.at,
    csdl: type.at,
    suggestion: type.name,
  };
}

export function otherKind(documented: StructuredType | EnumType, type: EdmType): Finding {
  return {
    cause: "kind-differs",
    element: documented.name,
    message: `documented as ${kindText(documented)}, declared as ${kindText(type)} in the CSDL`,
    page: documented.at,
    csdl: type.at,
  };
}

function kindText({ kind }: EdmType): string {
  return kind === "EnumType" ? "an enum" : kind === "TypeDefinition" ? "a primitive type" : "a structured type";
}

/** The findings about base type, key, openness and abstractness. */
function headFindings(documented: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  // A list of derived types.
  if (documented.by === "resourceList") return baseFindings(documented, type, model);
  if (documented.by !== "resourcePage") return [];
  const places = { element: type.name, page: documented.at, csdl: type.at };
  return [
    ...baseFindings(documented, type, model),
    ...keyFindings(documented, type, model),
    ...(documented.open === undefined || documented.open === isOpen(type, model)
      ? []
      : [
          {
            cause: "open-differs" as const,
            ...places,
            message: documented.open
              ? "documented as open, not open in the CSDL"
              : "documented as not open, open in the CSDL",
          },
        ]),
    ...(documented.abstract === true && type.abstract !== true
      ? [{ cause: "abstract-differs" as const, ...places, message: "documented as abstract, not abstract in the CSDL" }]
      : []),
  ];
}

/** Checks the base type. Any ancestor is accepted, since "Inherited from" names the type that declares a property. */
function baseFindings(documented: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  if (documented.base === undefined || basesOf(type.name, model).includes(documented.base)) return [];
  const csdl = type.base === undefined ? "declared without base type" : `derived from ${type.base}`;
  return [
    {
      cause: "base-differs",
      element: type.name,
      message: `documented as derived from ${documented.base}, ${csdl} in the CSDL`,
      page: documented.at,
      csdl: type.at,
      ...(type.base !== undefined && { suggestion: type.base }),
    },
  ];
}

function keyFindings(documented: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  if (documented.key === undefined) return [];
  const key = [type, ...model.bases(type)].find((one) => one.key !== undefined)?.key?.map(({ name }) => name) ?? [];
  const documentedKey = documented.key.map(({ name }) => name);
  if (documentedKey.every((name) => key.includes(name)) && key.length === documentedKey.length) return [];
  const csdl = key.length === 0 ? "declared without key" : `declared with the key ${inWords(key)}`;
  return [
    {
      cause: "key-differs",
      element: type.name,
      message: `documented with the key ${inWords(documentedKey)}, ${csdl} in the CSDL`,
      page: documented.key[0]?.at ?? documented.at,
      csdl: type.at,
      ...(key.length > 0 && { suggestion: inWords(key) }),
    },
  ];
}

export function isOpen(type: StructuredType, model: Model): boolean {
  return [type, ...model.bases(type)].some(({ open }) => open === true);
}
