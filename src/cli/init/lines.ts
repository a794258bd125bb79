/** What `init` prints. */
import { isUrl } from "../../sources/find-inputs.js";
import type { FoundService } from "../../init/services/found-service.js";
import type { ChosenService, Setup } from "../../init/setup.js";

/** `Found people.xml: CSDL of OData 4.0` */
export function foundLine({ inputs, what }: FoundService): string {
  return `Found ${inputs.join(", ")}${what === "" ? "" : `: ${what}`}`;
}

export interface NextSteps {
  readonly setup: Setup;
  readonly services: readonly ChosenService[];
  readonly hasPackageJson: boolean;
  /** Packages that the project lacks. */
  readonly missing: readonly string[];
  /** The text of the example. */
  readonly example: string | undefined;
}

/** What to do next, as lines. */
export function nextLines({ setup, services, hasPackageJson, missing, example }: NextSteps): readonly string[] {
  const run = hasPackageJson ? "npm run generate" : "npx odata-codegen generate";
  const check = hasPackageJson ? "npm run generate:check" : "npx odata-codegen generate --check";
  const isRemote = services.some(({ inputs }) => inputs.some(isUrl));
  const steps: readonly (readonly [command: string, does: string])[] = [
    ...(missing.length > 0 ? [[`npm install --save-dev ${missing.join(" ")}`, "what the project lacks"] as const] : []),
    ...(setup.example === undefined ? [] : [[setup.example, exampleNote(example)] as const]),
    ...(isRemote ? [["npx odata-codegen fetch --refresh", "the metadata of today"] as const] : []),
    [run, "after every change of the metadata or the config file"],
    [check, "in CI, to fail if the output is out of date"],
  ];
  const width = Math.max(...steps.map(([command]) => command.length));
  const unusable = setup.isPackageUnusable
    ? ["package.json was left as it is, since it or its scripts are no JSON object; correct it and add the scripts."]
    : [];
  const taken = setup.takenScripts.map(
    (name) => `package.json has a script "${name}" of its own; add odata-codegen to it.`,
  );
  return [...unusable, ...taken, "Next:", ...steps.map(([command, does]) => `  ${command.padEnd(width)}  ${does}`)];
}

function exampleNote(text = ""): string {
  const gaps = [
    ...(text.includes("https://example.com/service") ? ["the root of the service"] : []),
    ...(text.includes('"<token>"') ? ["a token"] : []),
    ...(text.includes('"<value>"') ? ["the values of headers"] : []),
  ];
  return gaps.length === 0 ? "a first call" : `a first call; fill in ${gaps.join(" and ")}`;
}
