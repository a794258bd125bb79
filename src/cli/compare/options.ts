import type { diffOptions } from "../../config/options/changes.js";
import { generateOptions } from "../../config/options/generate.js";
import { withDefaults } from "../../config/options/option.js";
import type { ServiceOptions } from "../../config/user-config.js";
import type { DiffRequest } from "../../diff.js";
import type { Call } from "../command.js";
import type { Service } from "../services.js";

export type DiffCall = Call<typeof diffOptions>;

/** The options of a service, and those of the command line in their place, that decide what is compared. */
export function comparedOptions(
  ofService: ServiceOptions,
  given: Pick<ServiceOptions, "include" | "exclude" | "container" | "namespace" | "untyped">,
): Omit<DiffRequest, "old" | "new"> {
  const { include, exclude, container, namespace, untyped } = given;
  const stated = { include, exclude, container, namespace, untyped };
  const overriding = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  // How URLs are read belongs to each version.
  const { allowRemote: _, output: __, ...options } = withDefaults(generateOptions, { ...ofService, ...overriding });
  return options;
}

/** The names that were given to a service. */
export function lockedNamesIn({ locked }: Service): Pick<DiffRequest, "lockedNames"> {
  return locked.names === undefined ? {} : { lockedNames: locked.names };
}
