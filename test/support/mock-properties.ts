/** Properties in a table that a mock runs on, for tests that write such tables by hand. */
import type { MockProperty } from "../../src/runtime/mock/service.js";

/** One that may be null. */
export const of = (type: string): MockProperty => ({ type, nullable: true });

export const many = (type: string): MockProperty => ({ type, collection: true });
