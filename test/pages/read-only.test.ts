import { expect, it } from "vitest";
import { readOnlyIn } from "../../src/pages/types/read-only.js";

it.each([
  ["The identifier. Read-only.", "computed"],
  ["The address. Not nullable, Read-only, Key.", "computed"],
  ["This property is read-only and calculated based on ageGroup.", "computed"],
  ["Read-only ID for the call activity.", "computed"],
  ["Once set, this property is read-only and cannot be changed.", "immutable"],
  ["Once set, it stays. Read-only.", "computed"],
  ["The phones. Read-only for users synced from an on-premises directory.", undefined],
  ["Read-only when isBuiltIn is true.", undefined],
  ["Whether this team is in read-only mode.", undefined],
  ["`true` if the rule can be changed; `false` if this rule is read-only.", undefined],
  ["For a user that is synchronized, the source is on-premises and is read-only.", undefined],
  ["Gives read-only access to the notebook.", undefined],
  ["Not for reading only.", undefined],
])("%s", (prose, stated) => {
  expect(readOnlyIn(prose)).toBe(stated);
});
