import { expect, it } from "vitest";
import { alternativesText } from "../../src/edm/microsoft-graph.js";

it.each([
  [[["A"]], "A"],
  [[["A"], ["B"]], "A, B"],
  [[["A", "B"]], "A and B"],
  [[["A", "B"], ["C"]], "A and B, or C"],
  [[["C"], ["A", "B"]], "C, or A and B"],
])("alternatives as a text: %j", (alternatives, text) => {
  expect(alternativesText(alternatives)).toBe(text);
});
