import { Core, type Annotated } from "../edm/vocabulary.js";
import { itemsOf, valueOf } from "./values.js";

/** Whether a change needs the ETag of its target (Core.OptimisticConcurrency, with an empty collection, too). */
export function needsETag(element: Annotated): boolean {
  return itemsOf(valueOf(element, Core.OptimisticConcurrency)) !== undefined;
}
