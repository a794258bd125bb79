import { parse } from "jsonc-parser";
import { expect, it } from "vitest";
import { withMember } from "../../src/init/files/json-edit.js";

it.each([
  ["{}", '{\n  "a": {\n    "b": 1\n  }\n}'],
  ['{ "a": {} }\n', '{ "a": {\n    "b": 1\n  } }\n'],
  ['{ "a": { "c": 2 } }', '{ "a": { "c": 2, "b": 1 } }'],
  ['{\n\t"a": {\n\t\t"c": 2\n\t}\n}\n', '{\n\t"a": {\n\t\t"c": 2,\n\t\t"b": 1\n\t}\n}\n'],
  ['{\r\n    "x": [1, 2]\r\n}', '{\r\n    "x": [1, 2],\r\n    "a": {\r\n        "b": 1\r\n    }\r\n}'],
  [
    '{\n  "a": {\n    "c": { "d": 1 }, // first\n  }\n}\n',
    '{\n  "a": {\n    "c": { "d": 1 }, // first\n    "b": 1,\n  }\n}\n',
  ],
  ['{\n  "a": {\n    "c": 2 // a, b\n  }\n}', '{\n  "a": {\n    "c": 2, // a, b\n    "b": 1\n  }\n}'],
])("adds to %j and changes nothing else", (text, wanted) => {
  const changed = withMember(text, ["a", "b"], 1);
  expect(changed).toBe(wanted);
  expect(parse(changed, [], { allowTrailingComma: true })).toMatchObject({ a: { b: 1 } });
});
