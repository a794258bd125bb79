import { createMock } from "./generated/mock.js";
import { stubWorkshop } from "./stubs.js";

// The type is open.
const finding = { ID: 1, title: "A crack", length: 42 };

/** The mock of the workshop with the rows that the service starts with: two of its own, and no others. */
export function mockedWorkshop() {
  const mock = createMock({
    pageSize: 3,
    data: {
      Archive: [],
      Catalog: [],
      Customers: [],
      Findings: [finding],
      Manuals: [],
      Parts: [],
      Repairs: [],
      Settings: { ID: 1, theme: "light", pageSize: 20 },
      Visits: [],
      Woods: [],
    },
  });
  stubWorkshop(mock);
  return mock;
}
