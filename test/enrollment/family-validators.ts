/** Which generated validators a body is for, by what the page and the body say: names, nothing of the model. */
import { basename } from "node:path";
import type { ShownBody } from "./family-pages.js";

interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
}
type Validate = (value: unknown) => { readonly ok: boolean; readonly issues?: readonly Issue[] };
export type Validators = Readonly<Record<string, Validate>>;

/** What is wrong with a body, as `path code` of the first issue; undefined when nothing is. */
export function faultOf(body: ShownBody, validators: Validators): string | undefined {
  for (const [validate, value] of validatorsOf(body, validators)) {
    const [issue] = validate(value).issues ?? [];
    if (issue !== undefined) return `${issue.path.join("/")} ${issue.code}`;
  }
  return undefined;
}

type Use = readonly [validate: Validate, value: unknown];

function validatorsOf(body: ShownBody, validators: Validators): readonly Use[] {
  const { side, operation, method, value } = body;
  if (side === "request" && operation !== undefined) return [[parametersValidator(body, operation, validators), value]];
  const suffix = side === "response" ? "" : method === "POST" ? "Create" : "Update";
  const inner = side === "response" && "value" in value ? value["value"] : value;
  return (Array.isArray(inner) ? inner : [inner]).flatMap((item: unknown): readonly Use[] => {
    const name = typeof item === "object" && item !== null && "@odata.type" in item ? String(item["@odata.type"]) : "";
    if (name === "") return [];
    return [[found(validators, `validate${upperFirst(name.slice(name.lastIndexOf(".") + 1))}${suffix}`), item]];
  });
}

/**
 * `intune-shared-mobileapp-assign.md`: the action assign of the type whose name is mobileapp without capitals, which is
 * left out where the action repeats it.
 */
function parametersValidator({ page }: ShownBody, operation: string, validators: Validators): Validate {
  const [, , type = ""] = basename(page, ".md").split("-");
  const wanted = [`validate${type}${operation}Parameters`, `validate${operation}Parameters`];
  const name = wanted.flatMap(
    (one) => Object.keys(validators).find((candidate) => candidate.toLowerCase() === one.toLowerCase()) ?? [],
  )[0];
  return found(validators, name ?? wanted.join());
}

function found(validators: Validators, name: string): Validate {
  const validate = validators[name];
  if (validate === undefined) throw new Error(`no validator is called ${name}`);
  return validate;
}

function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
