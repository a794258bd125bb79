/** The query options of OData: read by the model, and applied to stored entities. */
export { compareBy, filterMatches, pageOf } from "./apply-query.js";
export type {
  Entity,
  ExpandItem,
  Expression,
  OrderbyItem,
  ParsedQuery,
  QueryContext,
  Search,
  SelectItem,
  TypeAt,
} from "./contract.js";
export { QueryFault } from "./fault.js";
export { parseQuery } from "./parse-query.js";
export { project } from "./projection.js";
export { searchMatches } from "./search.js";
