/** Draws what TypeScript's language service offers, shows and reports for the generated client of a service. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { Editor } from "../editor/editor.js";
import { generateTo } from "../support/generate.js";
import { root } from "./page-blocks.js";
import { pictureOf, type Scene } from "./picture.js";

const intro = ['import { createClient } from "./trippin/index.js";', "", "const client = createClient();"];
const request = [
  "const page = await client.People.get({",
  '  select: ["UserName", "Emails"],',
  '  expand: { Trips: { select: ["Name"] } },',
  "});",
];

it("docs/editor.svg is what an editor has (npx vitest run test/docs --update draws it)", async () => {
  const folder = mkdtempSync(join(inject("runFolder"), "picture-"));
  const options = { baseUrl: "https://services.odata.org/V4/TripPinService" };
  await generateTo(join(folder, "trippin"), [`${root}test/docs/services/trippin.xml`], options);
  const editor = new Editor(folder, `${intro.join("\n")}\n`);

  const select = 'const page = await client.People.get({ select: ["UserName", "';
  const offered = editor.completions(`${select}|"] });`);
  const person = "const [person] = page.value;";
  const hovered = editor.hover(`${[...request, person].join("\n").replace("[person", "[per|son")}`).split("\n");
  const patch = 'await client.People.byId("ada").patch({ Gender: "Femail" }, { ifMatch: "*" });';
  const reported = editor.errors(patch);
  expect([offered.length, hovered.length, reported.length]).toEqual([7, 7, 1]);

  const scenes: readonly Scene[] = [
    { lines: [...intro, `${select}"] });`], column: select.length, box: offered, isList: true },
    { lines: [...request, person], column: person.indexOf("person"), box: hovered },
    { lines: [patch], column: 4, marked: "Gender", box: wrapped(reported[0] ?? "") },
  ];
  const description =
    "An editor completes the names of properties in select, shows that the result has these properties alone, and reports a misspelled member of an enum.";
  await expect(pictureOf(scenes, description)).toMatchFileSnapshot(`${root}docs/editor.svg`);
});

/** A message on lines of at most 90 characters. */
function wrapped(message: string): readonly string[] {
  return [...message.matchAll(/\S.{0,88}\S(?=\s|$)/g)].map(([line]) => line);
}
