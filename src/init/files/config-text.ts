import type { ServiceConfig } from "../../config/user-config.js";
import { withMember } from "./json-edit.js";

export const configName = "odata-codegen.config.json";

/** Where editors find the schema of the config file. */
const SCHEMA = "./node_modules/odata-codegen/config.schema.json";

/** A new config file with these services, or the existing JSON text with them added. */
export function withServices(existing: string | undefined, services: Readonly<Record<string, ServiceConfig>>): string {
  if (existing === undefined) return `${JSON.stringify({ $schema: SCHEMA, services }, undefined, 2)}\n`;
  return Object.entries(services).reduce(
    (text, [name, service]) => withMember(text, ["services", name], service),
    existing,
  );
}
