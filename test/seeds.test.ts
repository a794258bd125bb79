import { describe } from "vitest";
import { ownFolder, seedsFolder, textsBelow } from "./enrollment/inputs.js";
import { describeAlone, describeModel } from "./enrollment/model-checks.js";
import { describeOutput } from "./enrollment/output-checks.js";
import { describeWithCorpus } from "./support/corpus.js";

describe("the model of our own enrollment pages", () => {
  const texts = textsBelow(`${ownFolder}/pages`);
  describeModel(texts);
  describeAlone(texts);
});

describe("the model of our own enrollment pages and CSDL together", () => {
  describeModel(textsBelow(ownFolder));
});

describeWithCorpus("the model of the five pages", () => {
  const texts = textsBelow(seedsFolder);
  describeModel(texts);
  describeAlone(texts);
});

describe("what is generated for our own enrollment service", () => {
  describeOutput(ownFolder, textsBelow(`${ownFolder}/pages/api`));
});

describeWithCorpus("what is generated for the five pages", () => {
  describeOutput(seedsFolder, textsBelow(seedsFolder));
});
