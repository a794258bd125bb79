/** Options of TanStack Query for the requests of a generated client. The entry imports nothing of that library. */
export { queryKey, type ODataQueryKey, type QueryNode, type RequestKey } from "./query/keys.js";
export {
  allQueryOptions,
  infiniteQueryOptions,
  mutationOptions,
  queryOptions,
  type ODataInfiniteQueryOptions,
  type ODataMutationOptions,
  type ODataQueryOptions,
  type OtherError,
  type QueryContext,
  type QueryData,
  type QueryError,
  type QueryKeyTypes,
  type QueryPages,
} from "./query/options.js";
