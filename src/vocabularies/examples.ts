import { Core, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, valueOf } from "./values.js";

/** The text of an example that is one primitive value (Core.Example). */
export function exampleOf(element: Annotated): string | undefined {
  const value = fieldOf(valueOf(element, Core.Example), "Value");
  return value?.kind === "Constant" ? value.value : undefined;
}
