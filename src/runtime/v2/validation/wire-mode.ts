/** How validations know that they look at what a service of OData 2.0 or 3.0 sends, not at what its client makes of it. */
import { always, requiredOnRead, type Context, type Mode } from "../../json/check-context.js";

// Beside the flags of properties, which `required` holds: no property has these.
const ON_THE_WIRE = 1024;
const WITH_ISO_DATES = 2048;

/** The mode of payloads of OData 2.0. */
export const wire: Mode = /* @__PURE__ */ wireMode(0);

/** The mode of payloads of OData 3.0, which may have dates of ISO 8601. */
export const wire3: Mode = /* @__PURE__ */ wireMode(WITH_ISO_DATES);

function wireMode(more: number): Mode {
  return { required: requiredOnRead | always | ON_THE_WIRE | more, refused: 0, strict: undefined };
}

export function isOnTheWire({ requiredBelow }: Context): boolean {
  return (requiredBelow & ON_THE_WIRE) !== 0;
}

export function hasIsoDates({ requiredBelow }: Context): boolean {
  return (requiredBelow & WITH_ISO_DATES) !== 0;
}
