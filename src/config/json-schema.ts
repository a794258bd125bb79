/** The JSON schema of config files in JSON, by which editors complete and check them. */
import { type EntryForm, wholly } from "./options/entry-forms.js";
import { generateOptions } from "./options/generate.js";
import type { Option } from "./options/option.js";

type Schema = Readonly<Record<string, unknown>>;

/** A text that is not the empty name of a variable. */
const text = { type: "string", minLength: 1, pattern: "^(?!env:$)" };
const path = { type: "string", minLength: 1 };

const remote: Schema = {
  description: "A URL that is requested with headers or a certificate.",
  type: "object",
  properties: {
    url: {
      description: "Begins with https:// or http://, without user name and password.",
      type: "string",
      pattern: "^[hH][tT][tT][pP][sS]?://(?![^/?#]*@)[^/?#]+",
    },
    headers: {
      description: 'Header lines by name. "env:NAME" is the value of an environment variable.',
      type: "object",
      propertyNames: { pattern: "^[!#$%&'*+.^_`|~\\w-]+$" },
      additionalProperties: text,
    },
    file: { description: "Where fetch keeps the copy, relative to the folder of the config file.", ...text },
    cert: { description: "Path of the client certificate, in PEM.", ...text },
    key: { description: "Path of its private key, in PEM.", ...text },
    ca: { description: "Path of certificates to trust besides those of Node, in PEM.", ...text },
    passphrase: { description: 'Of the private key. "env:NAME" is the value of an environment variable.', ...text },
  },
  required: ["url"],
  dependencies: { key: ["cert"], passphrase: ["cert"] },
  additionalProperties: false,
};

const suppression: Schema = {
  type: "object",
  properties: {
    cause: { description: "The cause of the findings. * matches any characters.", ...path },
    element: { description: "A pattern of elements; any element if it is left out.", ...path },
    page: { description: "A pattern of pages; any page if it is left out.", ...path },
    reason: { description: "Why the findings are accepted.", ...path },
  },
  required: ["cause", "reason"],
  additionalProperties: false,
};

/** The schema (JSON Schema draft-07, which editors know best), made from the table of the options of `generate`. */
export function configSchema(): Schema {
  const { output, ...defaults } = optionSchemas();
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Config file of odata-codegen",
    type: "object",
    properties: {
      $schema: { type: "string" },
      defaults: {
        description: "Options of all services that do not set them themselves.",
        type: "object",
        properties: defaults,
        additionalProperties: false,
      },
      services: {
        description: "Services by a name of yours, which commands take.",
        type: "object",
        minProperties: 1,
        additionalProperties: { $ref: "#/definitions/service" },
      },
    },
    required: ["services"],
    additionalProperties: false,
    definitions: { remote, suppression, service: serviceSchema({ output, ...defaults }) },
  };
}

function serviceSchema(options: Readonly<Record<string, unknown>>): Schema {
  const input = { anyOf: [path, { $ref: "#/definitions/remote" }] };
  return {
    type: "object",
    properties: {
      input: {
        description: "Files, folders and globs of CSDL or reference pages, and URLs that fetch keeps a copy of.",
        anyOf: [...input.anyOf, { type: "array", items: input, minItems: 1 }],
      },
      ...options,
      suppressions: {
        description: "Findings of audit that are accepted, or the path of a suppression file that lists them.",
        anyOf: [path, { type: "array", items: { $ref: "#/definitions/suppression" } }],
      },
    },
    required: ["input", "output"],
    additionalProperties: false,
  };
}

function optionSchemas(): Readonly<Record<string, Schema>> {
  const table: readonly (readonly [string, Option])[] = Object.entries(generateOptions);
  return Object.fromEntries(
    table.filter(([, { inConfig }]) => inConfig).map(([name, option]) => [name, optionSchema(option)]),
  );
}

function optionSchema(option: Option): Schema {
  const known = "default" in option ? { default: option.default } : {};
  return { description: option.help, ...typeOf(option), ...known };
}

function typeOf(option: Option): Schema {
  switch (option.type) {
    case "flag":
      return { type: "boolean" };
    case "count":
      return { type: "integer", minimum: 0 };
    case "text":
      return { type: "string", minLength: 1 };
    case "choice":
      return { enum: option.choices };
    case "map":
      return { type: "object", patternProperties: entriesOf(option.entries), additionalProperties: false };
    case "list": {
      const item = option.choices === undefined ? { type: "string", minLength: 1 } : { enum: option.choices };
      return { anyOf: [item, { type: "array", items: item, ...(option.choices !== undefined && { minItems: 1 }) }] };
    }
  }
}

function entriesOf({ forms }: EntryForm): Schema {
  return Object.fromEntries(forms.map(({ key, text }) => [wholly(key), { type: "string", pattern: wholly(text) }]));
}
