import type { Kind } from "./entry.js";

/** The word for a kind beside a name. */
export const kindNames: Readonly<Record<Kind, string>> = {
  EntityType: "entity",
  ComplexType: "complex",
  EnumType: "enum",
  TypeDefinition: "definition",
  EntitySet: "set",
  Singleton: "singleton",
  Action: "action",
  Function: "function",
  ActionImport: "import",
  FunctionImport: "import",
  Scope: "scope",
  NavigationProperty: "navigation",
  Property: "property",
  Member: "member",
  Request: "request",
};
