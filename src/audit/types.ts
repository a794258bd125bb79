/** What pages say of entity and complex types, against the CSDL. */
import type { EnumType, StructuredType } from "../edm/elements.js";
import { isStructured, type EdmType, type Model } from "../edm/model.js";
import { listed as inWords } from "./near-names.js";
import type { Finding } from "./finding.js";
import { memberFindings } from "./members.js";
import { basesOf } from "./type-differences.js";
import type { TypeIndex } from "./type-index.js";

/** What a page says of one structured type. Examples are not declarations: they are checked as values. */
export function structuredFindings(said: StructuredType, index: TypeIndex): readonly Finding[] {
  const type = index.find(said.name);
  if (type === undefined) return said.by === "resourcePage" ? [absent(said, index)] : [];
  const named = type.name === said.name || said.by !== "resourcePage" ? [] : [otherName(said, type)];
  if (!isStructured(type)) return type.kind === "EnumType" ? [...named, otherKind(said, type)] : named;
  return [...named, ...headFindings(said, type, index.model), ...memberFindings(said, type, index.model)];
}

/** A type that the CSDL does not have. */
export function absent(said: StructuredType | EnumType, index: TypeIndex): Finding {
  const near = index.near(said.name);
  return {
    cause: "type-not-in-csdl",
    element: said.name,
    message: `the CSDL has no type of this name${near === undefined ? "" : `; did you mean ${near}?`}`,
    page: said.at,
    ...(near !== undefined && { suggestion: near }),
  };
}

export function otherName(said: StructuredType | EnumType, type: EdmType): Finding {
  return {
    cause: "type-namespace-differs",
    element: said.name,
    message: `documented as ${said.name}, in CSDL ${type.name}`,
    page: said.at,
    csdl: type.at,
    suggestion: type.name,
  };
}

export function otherKind(said: StructuredType | EnumType, type: EdmType): Finding {
  return {
    cause: "kind-differs",
    element: said.name,
    message: `documented as ${kindText(said)}, in CSDL ${kindText(type)}`,
    page: said.at,
    csdl: type.at,
  };
}

function kindText({ kind }: EdmType): string {
  return kind === "EnumType" ? "an enum" : kind === "TypeDefinition" ? "a primitive type" : "a structured type";
}

/** What a page says of a type as a whole. */
function headFindings(said: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  if (said.by !== "resourcePage") return [];
  const places = { element: type.name, page: said.at, csdl: type.at };
  return [
    ...baseFindings(said, type, model),
    ...keyFindings(said, type, model),
    ...(said.open === undefined || said.open === isOpen(type, model)
      ? []
      : [
          {
            cause: "open-differs" as const,
            ...places,
            message: said.open ? "documented as open, in CSDL not open" : "documented as not open, in CSDL open",
          },
        ]),
    ...(said.abstract === true && type.abstract !== true
      ? [{ cause: "abstract-differs" as const, ...places, message: "documented as abstract, in CSDL not abstract" }]
      : []),
  ];
}

/** An ancestor further up is no contradiction: "Inherited from" names the type that declares a property. */
function baseFindings(said: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  if (said.base === undefined || basesOf(type.name, model).includes(said.base)) return [];
  const csdl = type.base === undefined ? "it has no base type" : `from ${type.base}`;
  return [
    {
      cause: "base-differs",
      element: type.name,
      message: `documented as derived from ${said.base}, in CSDL ${csdl}`,
      page: said.at,
      csdl: type.at,
      ...(type.base !== undefined && { suggestion: type.base }),
    },
  ];
}

function keyFindings(said: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  if (said.key === undefined) return [];
  const key = [type, ...model.bases(type)].find((one) => one.key !== undefined)?.key?.map(({ name }) => name) ?? [];
  const documented = said.key.map(({ name }) => name);
  if (documented.every((name) => key.includes(name)) && key.length === documented.length) return [];
  const csdl = key.length === 0 ? "it has no key" : `the key is ${inWords(key)}`;
  return [
    {
      cause: "key-differs",
      element: type.name,
      message: `documented with the key ${inWords(documented)}, in CSDL ${csdl}`,
      page: said.key[0]?.at ?? said.at,
      csdl: type.at,
      ...(key.length > 0 && { suggestion: inWords(key) }),
    },
  ];
}

export function isOpen(type: StructuredType, model: Model): boolean {
  return [type, ...model.bases(type)].some(({ open }) => open === true);
}
