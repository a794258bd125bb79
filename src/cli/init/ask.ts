/** The questions of `init` on a terminal. The only place that imports the library for them. */
import { cancel, isCancel, multiselect, text } from "@clack/prompts";
import { generateOptions } from "../../config/options/generate.js";
import type { FoundService } from "../../init/services/found-service.js";

/** Where questions are written and answers are read: by default the standard error and input. */
export interface Streams {
  readonly input?: NodeJS.ReadStream;
  readonly output: NodeJS.WritableStream;
}

/** The user pressed Ctrl-C or Escape. */
export class Cancelled extends Error {}

type Emit = (typeof generateOptions.emit.choices)[number];

export interface Answers {
  readonly name: string;
  readonly output: string;
  readonly emit: readonly Emit[];
}

export async function askInput(streams: Streams): Promise<string> {
  const message = "Where is the metadata of the service? A URL, file or folder";
  const placeholder = "https://host/service/$metadata";
  return answered(await text({ ...common(streams), message, placeholder, validate: required }), streams);
}

/** Which of several services to set up. */
export async function askServices(found: readonly FoundService[], streams: Streams): Promise<readonly FoundService[]> {
  const options = found.map((service) => ({
    value: service,
    label: service.inputs.join(", "),
    hint: service.what,
  }));
  const message = "Which of these are your services?";
  return answered(await multiselect({ ...common(streams), message, options, initialValues: found }), streams);
}

/** Name, output folder and artifacts of a service; `defaultOutput` gives the folder for a name. */
export async function askDetails(
  { name, inputs }: FoundService,
  defaultOutput: (name: string) => string,
  streams: Streams,
): Promise<Answers> {
  const given = answered(
    await text({
      ...common(streams),
      message: `Name of the service (${inputs.join(", ")})`,
      defaultValue: name,
      placeholder: name,
    }),
    streams,
  );
  const folder = defaultOutput(given);
  const message = "Folder for the generated files";
  const output = answered(
    await text({ ...common(streams), message, defaultValue: folder, placeholder: folder }),
    streams,
  );
  const { choices, default: initialValues } = generateOptions.emit;
  const options = choices.map((value) => ({ value, label: value }));
  const emit = answered(
    await multiselect<Emit>({ ...common(streams), message: "What to generate", options, initialValues }),
    streams,
  );
  return { name: given, output, emit };
}

function common({ input, output }: Streams) {
  // The types of the library are those of Node's streams.
  return { ...(input !== undefined && { input }), output: output as NodeJS.WriteStream };
}

function required(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? "An input is needed." : undefined;
}

function answered<T>(answer: T, { output }: Streams): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>; // the only symbol is that of a cancelled question
  cancel("Nothing was written.", { output: output as NodeJS.WriteStream });
  throw new Cancelled();
}
