import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { htmlText } from "../../rendering/text-formats.js";
import type { ModelData } from "../data/format.js";
import { shortName } from "../data/picture/short-name.js";
import { wholeLayout } from "../data/picture/whole-layout.js";
import { frame } from "./frame.js";
import type { PageData } from "./page-data.js";
import { pageNamespaces, pageTexts } from "./page-texts.js";
import { packed } from "./packed.js";

const GENERATOR = '<meta name="generator" content="odata-codegen explore">';

/** The program and the styles of the page, as the build makes them. */
export interface PageParts {
  readonly program: string;
  readonly styles: string;
}

/** One HTML file that shows the data. Its policy allows this program and these styles, and no request at all. */
export function pageFile(data: ModelData, { program, styles }: PageParts): string {
  const policy = `default-src 'none'; script-src '${hashOf(program)}'; style-src '${hashOf(styles)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(data.title)}</title>
<style>${styles}</style>
</head>
<body>
<noscript>This page shows the model by its own program: allow JavaScript for this file.</noscript>
<p id="loading" role="status">Unpacking the model …</p>
<template id="frame">${frame(data)}</template>
<script type="application/gzip" id="data">${compressed(data)}</script>
<script type="module">${program}</script>
</body>
</html>
`;
}

/** Whether a text is such a file, or the data as JSON; an empty file is of no kind. */
export function isPageFile(text: string): boolean {
  const start = text.slice(0, 1000);
  return text === "" || start.includes(GENERATOR) || /^\s*\{\s*"format":\s*"odata-codegen-model\//.test(start);
}

function compressed(data: ModelData): string {
  return gzipSync(JSON.stringify(packed(pageData(data))), { level: 9 }).toString("base64");
}

/** The data with what is computed for the page alone. */
export function pageData(data: ModelData): PageData {
  const { picture } = data;
  const drawing = picture && wholeLayout(picture, (name) => shortName(name, data));
  return { ...data, namespaces: pageNamespaces(data), texts: pageTexts(data), ...(drawing && { drawing }) };
}

/** The source expression of a text (Content Security Policy Level 3 §2.3.1). */
function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
