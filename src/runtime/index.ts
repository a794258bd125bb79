/** What generated code imports when the runtime is a package: `odata-codegen/runtime`. */
export type * as edm from "./edm.js";
export * as validation from "./validation.js";
export * from "./client.js";
