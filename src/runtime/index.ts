/**
 * Entry point of the package `@odata-codegen/runtime`, which generated code imports with the option
 * `runtime: "package"`.
 */
export type * as edm from "./edm.js";
export * as validation from "./validation.js";
export * from "./client.js";
