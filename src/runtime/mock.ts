/** Entry point of the generated mock: a service in memory that answers as its metadata says. */
export { createMock, type Mock, type MockOptions, type RecordedRequest } from "./mock/create-mock.js";
export type { FaultOptions } from "./mock/faults/faults.js";
export type { StubCall, StubsOf } from "./mock/faults/stubs.js";
export type { Metadata, MetadataForm } from "./mock/handler/forms/metadata.js";
export type { GeneratedSchemas } from "./mock/handler/schemas.js";
export type {
  MockChild,
  MockDenied,
  MockEnum,
  MockNavigation,
  MockOperation,
  MockProperty,
  MockRequest,
  MockService,
  MockType,
} from "./mock/service.js";
export type { WebInit, WebResponse } from "./mock/web.js";
