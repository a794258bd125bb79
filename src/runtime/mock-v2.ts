/** Entry point of the generated mock of a service of OData 2.0 or 3.0. */
export { createMockV2 as createMock } from "./mock/v2/create-mock.js";
export type * from "./mock.js";
