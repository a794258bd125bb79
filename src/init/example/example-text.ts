/** The text of the first example: one typed call. */
import type { FirstRead } from "./first-read.js";

export interface ExampleRequest {
  readonly service: string;
  /** The specifier of the output's index, e.g. `./people/index.js`. */
  readonly module: string;
  /** Undefined if there is nothing that can be read without more knowledge: the example makes the client only. */
  readonly read: FirstRead | undefined;
  /** Whether the client knows the service root. */
  readonly hasBaseUrl: boolean;
  /** What authorizes requests: a token, or headers by name. */
  readonly access: "token" | readonly string[];
  /** Whether `console` has a type. */
  readonly hasConsole: boolean;
}

export function exampleText(request: ExampleRequest): string {
  const { service, module, read, hasConsole } = request;
  return [
    `// A first call of ${service}. This file is yours: it is written once.`,
    `import { createClient } from ${JSON.stringify(module)};`,
    "",
    ...clientLines(request),
    ...(read === undefined ? [] : ["", ...readLines(read, hasConsole)]),
    "",
  ].join("\n");
}

function clientLines({ hasBaseUrl, access, read }: ExampleRequest): readonly string[] {
  const root = ["  // The root of the service, which its paths follow.", '  baseUrl: "https://example.com/service",'];
  const options = [...(hasBaseUrl ? [] : root), ...accessLines(access)];
  const declaration = `${read === undefined ? "export " : ""}const client = createClient(`;
  return options.length === 0 ? [`${declaration});`] : [`${declaration}{`, ...options, "});"];
}

function accessLines(access: ExampleRequest["access"]): readonly string[] {
  if (access === "token")
    return [
      "  // A function that returns an access token, or a credential of @azure/identity.",
      '  credential: () => "<token>",',
    ];
  return access.length === 0
    ? []
    : ["  headers: {", ...access.map((name) => `    ${JSON.stringify(name)}: "<value>",`), "  },"];
}

function readLines(read: FirstRead, hasConsole: boolean): readonly string[] {
  const { path, isCollection } = read;
  const last = path.at(-1) ?? "";
  const name = `read${last.charAt(0).toUpperCase()}${last.slice(1)}`;
  const [shown, result] = isCollection ? ["rows", "page.value"] : ["found", "found"];
  return [
    `${hasConsole ? "" : "export "}async function ${name}() {`,
    `  const ${isCollection ? "page" : "found"} = await ${callText(read)};`,
    `  return ${result};`,
    "}",
    ...(hasConsole ? ["", `void ${name}().then((${shown}) => console.log(${shown}));`] : []),
  ];
}

function callText({ path, select, hasTop }: FirstRead): string {
  const options = [
    ...(select.length === 0 ? [] : [`select: [${select.map((name) => JSON.stringify(name)).join(", ")}]`]),
    ...(hasTop ? ["top: 5"] : []),
  ];
  return `client.${path.join(".")}.get(${options.length === 0 ? "" : `{ ${options.join(", ")} }`})`;
}
