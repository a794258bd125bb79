import { join, resolve } from "node:path";
import { convert, type ConvertRequest } from "./convert.js";
import { isBefore4 } from "./edm/document.js";
import { generate, type GenerateInput } from "./generate.js";
import { importFiles } from "./output/import-files.js";
import { pathName } from "./diagnostics/path-name.js";
import { reasonOf } from "./diagnostics/reason-of.js";
import { Report } from "./diagnostics/report.js";
import { type LoadedInputs, read, type Watch } from "./read/read.js";
import type { OutputFile } from "./rendering/render.js";
import { withoutTypes } from "./rendering/without-types.js";
import type { Metadata, MetadataForm, Mock, MockOptions } from "./runtime/mock.js";
import type { Io } from "./sources/io.js";

/** The service to mock, and its contents. */
export interface MockRequest extends Omit<GenerateInput, "output" | "emit" | "runtime" | "emitFormat"> {
  /** A folder of JSON files by the names of sets and singletons. */
  readonly data?: string | undefined;
  readonly mock: Omit<MockOptions, "data">;
}

/** What a served mock has of a generated one. */
export type ServedMock = Pick<Mock<unknown>, "baseUrl" | "fetch">;

/** The files that the mock runs on. The client is there for its types alone. */
const OF_MOCK = /^(?:mock|validators|values|runtime\/(?:mock|validation|edm))/;

/**
 * Generates the mock of a service as `--emit mock` does, and loads it: the same code answers. Undefined when an error was
 * reported.
 */
export async function mock(
  { data, mock: options, ...request }: MockRequest,
  io: Io,
  loaded: LoadedInputs,
  watch?: Watch,
): Promise<ServedMock | undefined> {
  const { report } = loaded;
  const { output } = await generate(generation(request), io, { loaded, watch });
  const contents = data === undefined ? {} : await contentsOf(data, io, report);
  if (report.failed) return undefined;
  const { createMock } = await imported(output.files);
  const metadata = metadataOf(request, io, loaded);
  try {
    return createMock({ metadata, ...options, data: contents });
  } catch (failure) {
    // Data that are made are valid.
    if (data === undefined) throw failure;
    report.add("mock-data-invalid", { path: data }, { path: data, reason: reasonOf(failure) });
    return undefined;
  }
}

function generation(request: Omit<MockRequest, "data" | "mock">) {
  return {
    ...request,
    output: ".",
    emit: ["mock"],
    emitFormat: "ts",
    runtime: "inline",
    importExtension: "js",
    // Those of the user could print other code.
    templates: undefined,
    artifacts: [],
  } as const;
}

interface Generated {
  createMock(options: MockOptions): ServedMock;
}

async function imported(all: readonly OutputFile[]): Promise<Generated> {
  const files = await withoutTypes(all.filter(({ path }) => OF_MOCK.test(path)));
  // What the generated file exports.
  return (await importFiles(files, "mock.js")) as Generated;
}

const NOTATIONS = { "application/xml": "csdl-xml", "application/json": "csdl-json" } as const;

/** What `$metadata` answers with: a document of OData 2.0 or 3.0 as it is, else the inputs as one of OData 4.01. */
function metadataOf(request: Omit<ConvertRequest, "to">, io: Io, inputs: LoadedInputs): Metadata {
  const texts = new Map<MetadataForm, Promise<string | undefined>>();
  const convertTo = async (form: MetadataForm): Promise<string | undefined> => {
    // What the inputs have wrong is said already.
    const loaded = { ...inputs, report: new Report() };
    const { documents } = await read(loaded, io, { ...request, keepSingle: true });
    const [first, ...others] = documents;
    if (first?.kind === "csdl" && others.length === 0 && isBefore4(first.version))
      return form === "application/xml" ? first.source.text : undefined;
    return (await convert({ ...request, to: NOTATIONS[form] }, io, { loaded })).text;
  };
  return (form) => {
    const text = texts.get(form) ?? convertTo(form);
    texts.set(form, text);
    return text;
  };
}

/** The JSON of all files in a folder, by their names. */
async function contentsOf(data: string, io: Io, report: Report): Promise<Readonly<Record<string, unknown>>> {
  const contents: Record<string, unknown> = {};
  const folder = resolve(io.cwd, data);
  let shown = data;
  try {
    const names = (await io.list(folder)).flatMap(({ name }) => /^(.*)\.json$/.exec(name)?.[1] ?? []);
    for (const name of names.toSorted()) {
      const path = join(folder, `${name}.json`);
      shown = pathName(path, data, io.cwd);
      const text = new TextDecoder().decode(await io.readFile(path, MAX_BYTES));
      contents[name] = JSON.parse(text);
    }
  } catch (failure) {
    report.add("mock-data-invalid", { path: shown }, { path: shown, reason: reasonOf(failure) });
  }
  return contents;
}

const MAX_BYTES = 100_000_000;
