/** Draws code as an editor shows it, with what opens below a line: docs/editor.svg. */

export interface Scene {
  readonly lines: readonly string[];
  /** The column of the last line where the box below it begins. */
  readonly column: number;
  /** The part of the last line that is marked as wrong. */
  readonly marked?: string;
  /** What the box shows. The first line of a list of completions is the chosen one. */
  readonly box: readonly string[];
  readonly isList?: boolean;
}

const CHARACTER = 8.4;
const LINE = 21;
const LEFT = 20;
const WIDTH = 860;

const style = `
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; fill: #d6deeb; white-space: pre; }
.keyword { fill: #c792ea; } .string { fill: #ecc48d; } .comment { fill: #7c8fa6; }
.editor { fill: #0f1a2b; } .box { fill: #1c2b42; stroke: #3b5273; } .chosen { fill: #2f4a70; } .wrong { fill: none; stroke: #ff6b6b; stroke-width: 1.5; }
`;

/** An SVG of scenes below each other, with a description for who does not see it. */
export function pictureOf(scenes: readonly Scene[], description: string): string {
  let top = 26;
  const drawn: string[] = [];
  for (const scene of scenes) {
    const { svg, height } = draw(scene, top);
    drawn.push(svg);
    top += height + LINE * 0.9;
  }
  const height = Math.round(top - 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${escaped(description)}</title>`,
    `<style>${style}</style>`,
    `<rect class="editor" width="${WIDTH}" height="${height}" rx="10"/>`,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

function draw(scene: Scene, top: number): { readonly svg: string; readonly height: number } {
  const { lines, column, box, isList = false } = scene;
  const code = lines.map((line, index) => text(LEFT, top + index * LINE, colored(line)));
  const boxTop = top + lines.length * LINE - LINE / 2;
  const x = LEFT + column * CHARACTER;
  const width = Math.max(...box.map((line) => line.length)) * CHARACTER + 20;
  const height = box.length * LINE + 8;
  const frame = [
    `<rect class="box" x="${x}" y="${boxTop}" width="${width}" height="${height}" rx="4"/>`,
    ...(isList ? [`<rect class="chosen" x="${x + 1}" y="${boxTop + 3}" width="${width - 2}" height="${LINE}"/>`] : []),
    ...box.map((line, index) => text(x + 10, boxTop + 18 + index * LINE, isList ? escaped(line) : colored(line))),
  ];
  return { svg: [...code, ...underline(scene, top), ...frame].join("\n"), height: lines.length * LINE + height };
}

/** A wave below the marked part of the last line. */
function underline({ lines, marked }: Scene, top: number): readonly string[] {
  if (marked === undefined) return [];
  const start = LEFT + (lines.at(-1)?.lastIndexOf(marked) ?? 0) * CHARACTER;
  const y = top + (lines.length - 1) * LINE + 5;
  const waves = Math.round((marked.length * CHARACTER) / 6);
  return [`<path class="wrong" d="M${start} ${y}${"q1.5 -3 3 0q1.5 3 3 0".repeat(waves)}"/>`];
}

function text(x: number, y: number, content: string): string {
  return `<text x="${x}" y="${y}" xml:space="preserve">${content}</text>`;
}

/** A line of TypeScript with its keywords, strings and comments. */
function colored(line: string): string {
  return line
    .split(/("[^"]*"|\/\/.*$|\b(?:import|from|const|await|string|property)\b)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `<tspan class="${kindOf(part)}">${escaped(part)}</tspan>`))
    .join("");
}

function kindOf(part: string): "string" | "comment" | "keyword" {
  if (part.startsWith('"')) return "string";
  return part.startsWith("//") ? "comment" : "keyword";
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
