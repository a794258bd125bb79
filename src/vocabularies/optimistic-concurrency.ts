import { Core, type Annotated } from "../edm/vocabulary.js";
import { itemsOf, valueOf } from "./values.js";

/** Whether a change needs the ETag of what it changes (Core.OptimisticConcurrency; an empty collection says so, too). */
export function needsETag(element: Annotated): boolean {
  return itemsOf(valueOf(element, Core.OptimisticConcurrency)) !== undefined;
}
