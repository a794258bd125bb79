import { expect, it } from "vitest";
import { describeWithCorpus } from "../support/corpus.js";
import { graphModel, namesOf, renamed } from "./grown-names.js";

describeWithCorpus("Graph of 2021 that grew until 2026", () => {
  it("has the names of its lock, of which others would have changed", () => {
    const t = performance.now();
    const old = namesOf(graphModel("v1.0-2021-07.csdl"));
    const model = graphModel("v1.0-2026-08.csdl");
    const t1 = performance.now();
    const free = namesOf(model);
    const t2 = performance.now();
    const grown = namesOf(model, old.locked);
    const t3 = performance.now();
    const json = JSON.stringify(free.locked, undefined, 2);
    console.log(old.exports.size, free.exports.size, renamed(old, free).length, renamed(old, grown).length, renamed(old, free).slice(0, 80), grown.said.slice(0,20), t1 - t, t2 - t1, t3 - t2, json.length, Object.values(free.locked.names).filter(v=>typeof v!=="string").length);
    console.log(Object.entries(free.locked.names).filter(([,v])=>typeof v!=="string").slice(0,20));
    console.log(renamed(grown, namesOf(model, grown.locked)), JSON.stringify(grown.said)===JSON.stringify(namesOf(model, grown.locked).said));
    console.log([...old.exports].filter(([k,v])=>!grown.exports.has(k) && [...grown.exports.values()].indexOf(v)<0).length, [...old.exports].filter(([k])=>k.includes(")(") && !grown.exports.has(k)).slice(0,20));
    expect(renamed(old, grown)).toEqual([]);
  });
});
