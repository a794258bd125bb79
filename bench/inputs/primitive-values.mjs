const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?`;
const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;

/** The strings of a fixed form: a pattern that a careful user would write, and one that matches it. */
export const texts = {
  "Edm.String": { sample: "a text of some length" },
  "Edm.DateTimeOffset": {
    pattern: `^${day}T${time}(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`,
    sample: "2026-08-01T12:34:56.789Z",
  },
  "Edm.Date": { pattern: `^${day}$`, sample: "2026-08-01" },
  "Edm.TimeOfDay": { pattern: `^${time}$`, sample: "12:34:56.789" },
  "Edm.Guid": {
    pattern: "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    sample: "0f8fad5b-d9cb-469f-a165-70867728950e",
  },
};

export const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
