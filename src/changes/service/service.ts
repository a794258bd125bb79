/** What holds for the whole service: its protocol, and where the client sends its requests by default. */
import type { Change } from "../change.js";
import { changeOf } from "../change-of.js";
import { BREAKS, compatibleIf, effects, reasons } from "../effects.js";
import type { Side, Sides } from "../side.js";

export function serviceChanges({ before, after }: Sides): readonly Change[] {
  const [old, now] = [before.model.protocol, after.model.protocol];
  const protocol = changeOf(
    elementOf(before, after),
    "protocol-changed",
    `The service speaks OData ${now}, not ${old}.`,
    {
      effects: BREAKS,
      before: old,
      after: now,
    },
  );
  return [...(old === now ? [] : [protocol]), ...baseUrlChange(before, after)];
}

/** The container stands for the service. */
function elementOf(before: Side, after: Side) {
  const container = after.model.container ?? before.model.container;
  return { element: container?.name ?? "service" };
}

function rootOf({ context: { options, selection } }: Side): string | undefined {
  return options.baseUrl ?? selection.paths.serviceRoot;
}

function baseUrlChange(before: Side, after: Side): readonly Change[] {
  const [old, now] = [rootOf(before), rootOf(after)];
  if (old === now || !after.context.options.emit.includes("client")) return [];
  const message =
    now === undefined ? "The client has no service root by default." : `The client sends requests to ${now}.`;
  return [
    changeOf(elementOf(before, after), "base-url-changed", message, {
      effects: effects("none", "none", compatibleIf(now !== undefined)),
      ...reasons({ source: now === undefined ? "`createClient` needs the option `baseUrl`" : undefined }),
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
    }),
  ];
}
