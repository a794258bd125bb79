/** What schemas check, as tables: the results of generated schemas. */
import { PASSES, type Judge, type Outcome } from "./judge.js";
import { ruleProbes, rulesInOrder } from "./rule-probes.js";
import { typeProbes } from "./type-probes.js";

/** The tables: the values of types, then the bodies that break rules. */
export function checkTables(judge: Judge): string {
  const sections = Object.entries(ruleProbes).map(([title, probes]) => {
    const rows = probes.map((probe) => {
      const { read, create, update } = judge(`Rule${rulesInOrder.indexOf(probe)}`, probe.body);
      return [probe.rule, shown(probe.body), read, create, update];
    });
    return `### ${title}\n\n${table(["rule", "body", "read", "create", "update"], rows)}`;
  });
  return [`### Types\n\n${typeTable(judge)}`, ...sections].join("\n\n");
}

function typeTable(judge: Judge): string {
  const cells = new Map<string, string[]>();
  for (const [name, { takes, refuses }] of Object.entries(typeProbes)) {
    const say = (value: unknown): string => {
      return `\`${JSON.stringify(value)}\`${briefly(judge(`Type${name}`, { p: value }))}`;
    };
    const key = `${takes.map(say).join(", ")} | ${refuses.map(say).join(", ")}`;
    cells.set(key, [...(cells.get(key) ?? []), name]);
  }
  const rows = [...cells].map(([key, names]) => [names.map((name) => `\`${name}\``).join(", "), ...key.split(" | ")]);
  return table(["Edm type", "passes", "does not pass"], rows);
}

/** The code of a value in any mode, if it has one; most types are checked alike in all of them. */
function briefly({ read, create, update }: Outcome): string {
  const code = read === PASSES ? "" : ` ${read}`;
  if (read === create && read === update) return code;
  return `${code} (${create === update ? "" : "created "}${create}${create === update ? " when written" : `, updated ${update}`})`;
}

function shown(body: object): string {
  const text = JSON.stringify(body, (_, value: unknown) => (value === undefined ? "undefined" : value));
  return `\`${text.replace('"undefined"', "undefined")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")))];
  return lines.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
