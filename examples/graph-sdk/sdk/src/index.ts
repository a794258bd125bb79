/** The surface of the SDK: a facade, and of what is generated the types that its signatures name. */
export { openDirectory } from "./directory.js";
export type { Directory, DirectoryOptions } from "./directory.js";
export { groupCreateSchema, ODataError } from "./graph/index.js";
export type { Group, GroupCreate, User } from "./graph/index.js";
