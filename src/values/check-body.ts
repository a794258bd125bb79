import type { BodyType } from "../edm/examples/example-types.js";
import type { JsonValue } from "../edm/requests.js";
import type { ValueChecker } from "./check-value.js";
import { at, isObject, issue, noObject, type ValueIssue } from "./value-issue.js";

/** The faults of a body of an example. */
export function checkBody(body: JsonValue, type: BodyType, checker: ValueChecker): readonly ValueIssue[] {
  switch (type.kind) {
    case "parameters":
      return checker.checkParameters(body, type.operation);
    case "response":
      return checker.checkWrapped(body, type.ref);
    case "error":
      return checkError(body);
    case "value":
      return type.wrapped ? checkUnwrapped(body, type, checker) : checker.check(body, type.ref, type.shape);
  }
}

/** The body without a wrapping `value` that should not be there. */
export function unwrapped(body: JsonValue, type: BodyType): JsonValue {
  return type.kind === "value" && type.wrapped && isObject(body) ? (body["value"] ?? null) : body;
}

function checkUnwrapped(
  body: JsonValue,
  type: Extract<BodyType, { kind: "value" }>,
  checker: ValueChecker,
): readonly ValueIssue[] {
  return at("value", [
    ...issue("wrapped", `must not be there: an entity is the whole body`),
    ...checker.check(unwrapped(body, type), type.ref, type.shape),
  ]);
}

/** OData JSON Format 4.01 §21.1: an error has a code and a message. */
function checkError(body: JsonValue): readonly ValueIssue[] {
  if (!isObject(body)) return noObject(body);
  const error = body["error"];
  if (error === undefined) return at("error", issue("missing", "is missing"));
  if (!isObject(error)) return at("error", noObject(error));
  return ["code", "message"].flatMap((name) => {
    const value = error[name];
    if (typeof value === "string") return [];
    return at(
      "error",
      at(name, value === undefined ? issue("missing", "is missing") : issue("type", "must be a string")),
    );
  });
}
