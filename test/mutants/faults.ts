import { ts } from "ts-morph";

/** One small change of a source file that is likely to be a fault: the text from `start` to `end` is replaced. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What is changed, e.g. `startsWith → endsWith`. */
  readonly what: string;
}

/** Every fault of this kind that a file offers, in the order of the text. */
export function faultsOf(path: string, text: string): readonly Fault[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    // Types are the compiler's to check, and paths of modules are found or not.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    faults.push(...faultsAt(node, file));
    node.forEachChild(visit);
  };
  visit(file);
  return faults.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

export function withFault(text: string, { start, end, replacement }: Fault): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function faultsAt(node: ts.Node, file: ts.SourceFile): readonly Fault[] {
  const replace = (at: ts.Node, replacement: string, what: string): Fault => ({
    start: at.getStart(file),
    end: at.end,
    replacement,
    what,
  });
  if (ts.isBinaryExpression(node)) return binaryFaults(node, file, replace);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [replace(node, node.operand.getText(file), "! dropped")];
  if (ts.isIfStatement(node))
    return ["true", "false"].map((value) => replace(node.expression, value, `condition → ${value}`));
  if (ts.isConditionalExpression(node))
    return [
      replace(node, `(${node.whenTrue.getText(file)})`, "condition → true"),
      replace(node, `(${node.whenFalse.getText(file)})`, "condition → false"),
    ];
  if (ts.isNumericLiteral(node)) return [replace(node, `${Number(node.text) + 1}`, `${node.text} → + 1`)];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, "false", "true → false")];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, "true", "false → true")];
  if (ts.isStringLiteral(node) && node.text !== "" && ts.isExpression(node) && !ts.isPropertyAssignment(node.parent))
    return [replace(node, '""', 'text → ""')];
  if (ts.isRegularExpressionLiteral(node)) return patternFaults(node, replace);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element) => dropped(element, node.elements, file));
  if (ts.isCallExpression(node)) return callFaults(node, file, replace);
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression))
    return [replace(node, ";", "call dropped")];
  return [];
}

type Replace = (at: ts.Node, replacement: string, what: string) => Fault;

const operators: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "&&": "||",
  "||": "&&",
  "&": "|",
  "|": "&",
};

/** Operators of which one side is left out at times. */
const sided: ReadonlySet<string> = new Set(["&&", "||", "??", "|"]);

function binaryFaults(node: ts.BinaryExpression, file: ts.SourceFile, replace: Replace): readonly Fault[] {
  const operator = node.operatorToken.getText(file);
  const other = operators[operator];
  const swapped = other === undefined ? [] : [replace(node.operatorToken, other, `${operator} → ${other}`)];
  if (!sided.has(operator)) return swapped;
  return [
    ...swapped,
    replace(node, node.right.getText(file), `left side of ${operator} dropped`),
    replace(node, node.left.getText(file), `right side of ${operator} dropped`),
  ];
}

/** Anchors, flags and quantifiers of a regular expression. */
const partsOfPatterns: readonly (readonly [part: RegExp, replacement: string])[] = [
  [/(?<=^\/)\^/, ""],
  [/\$(?=\/\w*$)/, ""],
  [/(?<!\\)\+/, "*"],
  [/(?<!\\)\*/, "+"],
  [/i(?=\w*$)(?<=\/\w*)/, ""],
];

function patternFaults(node: ts.RegularExpressionLiteral, replace: Replace): readonly Fault[] {
  return partsOfPatterns.flatMap(([part, replacement]) => {
    const changed = node.text.replace(part, replacement);
    return changed === node.text || changed.startsWith("//") ? [] : [replace(node, changed, `pattern → ${changed}`)];
  });
}

function dropped(element: ts.Expression, elements: ts.NodeArray<ts.Expression>, file: ts.SourceFile): Fault {
  const next = elements[elements.indexOf(element) + 1];
  return {
    start: element.getStart(file),
    end: next?.getStart(file) ?? element.end,
    replacement: "",
    what: `entry ${element.getText(file)} dropped`,
  };
}

/** Methods that are easily mistaken for each other. */
const methods: Readonly<Record<string, string>> = {
  startsWith: "endsWith",
  endsWith: "startsWith",
  find: "findLast",
  findLast: "find",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
  some: "every",
  every: "some",
  min: "max",
  max: "min",
};

/** Methods that give much the same when they are left out. */
const optional = new Set("filter sort toSorted reverse toReversed trim trimStart trimEnd toLowerCase slice".split(" "));

function callFaults(node: ts.CallExpression, file: ts.SourceFile, replace: Replace): readonly Fault[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const other = Object.hasOwn(methods, name.text) ? methods[name.text] : undefined;
  return [
    ...(other === undefined ? [] : [replace(name, other, `${name.text} → ${other}`)]),
    ...(optional.has(name.text) ? [replace(node, expression.getText(file), `${name.text} dropped`)] : []),
  ];
}
