import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { milliseconds, times } from "../report/figures.mjs";

/** What starting the tool costs when it has nothing to do. */
export function startUp({ tool }) {
  const subjects = {
    node: () => usageOf(["-e", "0"], { times: 10 }),
    help: () => usageOf([tool, "--help"], { times: 10 }),
  };
  const { node, help } = inTurns(subjects, 5);
  const ratio = help.cpu / node.cpu;
  return {
    title: "c. Start-up",
    text: "`odata-codegen --help` beside `node -e 0`. 5 rounds of 10 runs each.",
    head: ["", "CPU", "× bare node"],
    rows: [
      ["node", milliseconds(node.cpu), times(1)],
      ["odata-codegen --help", milliseconds(help.cpu), times(ratio)],
    ],
    budgets: [atMost("`--help` over bare node", 3, ratio, times)],
  };
}
