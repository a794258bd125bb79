import { join, resolve } from "node:path";
import { convert, type ConvertRequest } from "./convert.js";
import { isBefore4 } from "./edm/document.js";
import { generate, type GenerateInput } from "./generate.js";
import { importFiles } from "./output/import-files.js";
import { reasonOf } from "./diagnostics/reason-of.js";
import { Report } from "./diagnostics/report.js";
import { type LoadedInputs, read, type Watch } from "./read/read.js";
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
  const wanted = {
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
  const { output } = await generate(wanted, io, { loaded, watch });
  const contents = data === undefined ? {} : await contentsOf(resolve(io.cwd, data), data, io, report);
  if (report.failed) return undefined;
  const files = output.files.filter(({ path }) => OF_MOCK.test(path));
  // What the generated file exports.
  const made = (await importFiles(await withoutTypes(files), "mock.js")) as {
    createMock(options: MockOptions): ServedMock;
  };
  try {
    const metadata = metadataOf(request, io, loaded);
    return made.createMock({ metadata, ...options, data: contents });
  } catch (failure) {
    report.add("mock-data-invalid", { path: data ?? "" }, { folder: data ?? "", reason: reasonOf(failure) });
    return undefined;
  }
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
async function contentsOf(
  folder: string,
  shown: string,
  io: Io,
  report: Report,
): Promise<Readonly<Record<string, unknown>>> {
  const contents: Record<string, unknown> = {};
  try {
    const names = (await io.list(folder)).filter(({ name }) => name.endsWith(".json")).map(({ name }) => name);
    for (const name of names.toSorted()) {
      const text = new TextDecoder().decode(await io.readFile(join(folder, name), MAX_BYTES));
      contents[name.replace(/\.json$/, "")] = JSON.parse(text);
    }
  } catch (failure) {
    report.add("mock-data-invalid", { path: shown }, { folder: shown, reason: reasonOf(failure) });
  }
  return contents;
}

const MAX_BYTES = 100_000_000;
