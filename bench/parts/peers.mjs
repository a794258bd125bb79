import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { tripPinSchema } from "../inputs/corpus.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { count, megabytes, seconds, times } from "../report/figures.mjs";
import { gitHubDescription, odata2ts, openapiTypescript, sapGenerator } from "../subjects/peers.mjs";
import { generate } from "../subjects/tool.mjs";

const ROUNDS = 3;

/** What a user would pick instead, on the same input; and a generator of another field on an input of its own. */
export function peers(context) {
  const graph = sameInput("Graph v1.0", context.schema, context);
  const tripPin = sameInput("TripPin", tripPinSchema, context);
  return {
    title: "e. Other generators",
    text: `odata2ts 0.34.0 (\`-m all -e ts\`) and @sap-cloud-sdk/generator 4.8.0 on the same files: the whole of Graph, and TripPin (9 kB), which all can do. For scale, openapi-typescript 7.13.0 on the OpenAPI description of GitHub, which gives types alone. ${ROUNDS} rounds.`,
    head: ["input", "generator", "CPU", "× odata-codegen", "peak memory", "outcome"],
    rows: [...graph, ...tripPin, gitHub(context)],
    budgets: [],
  };
}

function sameInput(label, input, { tool, folder }) {
  const outputs = (name) => join(folder, "peers", name);
  const subjects = {
    "odata-codegen": () => {
      rmSync(outputs("odata-codegen"), { recursive: true, force: true });
      return generate(tool, input, outputs("odata-codegen"));
    },
    odata2ts: () => odata2ts(input, outputs("odata2ts")),
    "SAP Cloud SDK": () => sapGenerator(input, outputs("SAP Cloud SDK")),
    "SAP Cloud SDK --skipValidation": () =>
      sapGenerator(input, outputs("SAP Cloud SDK --skipValidation"), ["--skipValidation"]),
  };
  const usages = inTurns(subjects, ROUNDS);
  const ours = usages["odata-codegen"].cpu;
  return Object.entries(usages).map(([name, usage]) => row(label, { name, usage, ours, output: outputs(name) }));
}

function gitHub({ folder }) {
  const output = join(folder, "peers/openapi");
  const { usage } = inTurns({ usage: () => openapiTypescript(output) }, ROUNDS);
  const label = `GitHub (${megabytes(statSync(gitHubDescription).size / 1e6)} of OpenAPI)`;
  return row(label, { name: "openapi-typescript", usage, output });
}

/** There is a ratio where both did the work, and the same work. */
function row(label, { name, usage, ours, output }) {
  const files = existsSync(output) ? filesBelow(output) : [];
  const size = files.reduce((total, file) => total + statSync(file).size, 0);
  // odata2ts ends with 0 when it has failed, too.
  const done = usage.status === 0 && size > 0;
  const outcome = done
    ? `files: ${count(files.length)}, ${(size / 1e6).toFixed(2)} MB`
    : `**fails**: ${complaint(usage.said)}`;
  const ratio = done && ours !== undefined ? times(usage.cpu / ours) : "";
  return [label, name, seconds(usage.cpu), ratio, megabytes(usage.peak), outcome];
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The last line that names an error; one of them goes on with the whole model as JSON. */
function complaint(said) {
  const line = said.split("\n").findLast((text) => /\bError\b/.test(text) && !/^\s+at /.test(text)) ?? said.trim();
  const text = line.trim();
  return `\`${text.length > 160 ? `${text.slice(0, 160)}…` : text}\``;
}
