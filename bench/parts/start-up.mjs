import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMostSeconds, reference } from "../report/budget.mjs";
import { milliseconds } from "../report/figures.mjs";

/** What starting the tool costs when it has nothing to do. */
export function startUp({ tool }) {
  const subjects = {
    node: () => usageOf(["-e", "0"], { times: 10 }),
    help: () => usageOf([tool, "--help"], { times: 10 }),
  };
  const { node, help } = inTurns(subjects, 5);
  const over = help.cpu - node.cpu;
  return {
    title: "c. Start-up",
    text: "`odata-codegen --help` over `node -e 0`. 5 rounds of 10 runs each.",
    head: ["", "CPU", "over bare node"],
    rows: [
      ["node", milliseconds(node.cpu), ""],
      ["odata-codegen --help", milliseconds(help.cpu), `+${milliseconds(over)}`],
    ],
    budgets: [
      atMostSeconds("`--help` over bare node", 0.06, over, milliseconds, { here: node.cpu, there: reference.node }),
    ],
  };
}
