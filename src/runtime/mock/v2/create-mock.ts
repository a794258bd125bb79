import { MockOf, type Mock, type MockOptions } from "../create-mock.js";
import type { GeneratedSchemas } from "../handler/schemas.js";
import type { MockService } from "../service.js";
import { answerV2 } from "./answer-v2.js";
import { DIALECT_V2 } from "./query.js";

/** Makes a mock of a service of OData 2.0 or 3.0. Throws a TypeError with the issues for data that are not valid. */
export function createMockV2<Client, Data extends object = Readonly<Record<string, unknown>>>(
  service: MockService,
  schemas: GeneratedSchemas,
  options: MockOptions<Data> = {},
): Mock<Client, Data> {
  return new MockOf<Client, Data>(service, schemas, options, { answer: answerV2, dialect: DIALECT_V2 });
}
