/** Which texts are taken for CSDL, so that what is wrong in them is reported, and which are other XML and JSON. */
import { describe, expect, it } from "vitest";
import { isCsdlJson, isCsdlXml } from "../../src/csdl/recognize.js";

const EDM = "http://docs.oasis-open.org/odata/ns/edm";

describe("XML", () => {
  it.each([
    `<edmx:Edmx Version="4.0">`,
    `<Edmx>`,
    `<Edmx/>`,
    `<my.edmx-4:Edmx\n>`,
    `<Schema Namespace="a">`,
    `<Schema\nNamespace = "a">`,
    `<Schema Alias="self" Namespace="a">`,
    `<s:Schema xmlns:s="${EDM}">`,
    `<Schema xmlns='${EDM}'>`,
    `\ufeff<?xml version="1.0"?>\n<!-- <html> -->\n<Schema Namespace="a">`,
    `<!DOCTYPE x>\n<edmx:Edmx>`,
    `<!doctype x [<!ELEMENT x ANY>]><Schema Namespace="a">`,
  ])("is CSDL: %j", (text) => expect(isCsdlXml(text)).toBe(true));

  it.each([
    ``,
    `Edmx`,
    `<Edmxs>`,
    `<:Edmx>`,
    `<edmx>`,
    `<Schemas Namespace="a">`,
    `<Schema>`,
    `<Schema id="Namespace">`,
    `<Schema targetNamespace="a">`,
    `<Schema xmlns="${EDM}x">`,
    `<Schema><a Namespace="b"></Schema>`,
    `<html><edmx:Edmx></html>`,
    `<!-- <edmx:Edmx> --><html>`,
    `<!DOCTYPE html><html>`,
  ])("is something else: %j", (text) => expect(isCsdlXml(text)).toBe(false));
});

describe("JSON", () => {
  it.each([
    `{"$Version":"4.01"}`,
    `\ufeff\n { "$Version" : "4.0" }`,
    `{ "$EntityContainer": "a.C" }`,
    `{ "$Reference": {}, "$Version": "4.01" `,
  ])("is CSDL: %j", (text) => expect(isCsdlJson(text)).toBe(true));

  it.each([
    `[{ "$Version": "4.01" }]`,
    `{ "$Version": "3.0" }`,
    `{ "Version": "4.01" }`,
    `{}`,
    `x { "$Version": "4.01" }`,
  ])("is something else: %j", (text) => expect(isCsdlJson(text)).toBe(false));
});
