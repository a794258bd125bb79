import { describe, expect, it } from "vitest";
import { serviceOf } from "./service.js";

const COMMON = "com.sap.vocabularies.Common.v1";
const MEASURES = "Org.OData.Measures.V1";

interface Texts {
  readonly Label?: string;
  readonly QuickInfo?: string;
  readonly Heading?: string;
  readonly Description?: string;
}

function annotations(texts: Texts): string {
  return Object.entries(texts)
    .map(([term, text]) => `<Annotation Term="${term === "Description" ? "Core" : COMMON}.${term}" String="${text}"/>`)
    .join("");
}

/** The comment of a property with annotations; the empty string where it has none. */
async function commentOf(content: string, type = "Edm.String"): Promise<string> {
  const { text } = await serviceOf(
    `<ComplexType Name="Price"><Property Name="value" Type="${type}">${content}</Property></ComplexType>`,
  );
  return /\/\*\* (.*) \*\/\n {2}value/.exec(text("types.ts"))?.[1] ?? "";
}

describe("labels of SAP in comments:", () => {
  it.each<readonly [Texts, string]>([
    [{ Label: "Net Amount" }, "Net Amount"],
    [{ Label: "Net Amount", QuickInfo: "Amount without taxes" }, "Net Amount – Amount without taxes"],
    [{ QuickInfo: "Amount without taxes" }, "Amount without taxes"],
    [{ Heading: "Net" }, "Net"],
    [{ Label: "Net Amount", Heading: "Net" }, "Net Amount"],
    // The one text says the other.
    [{ Label: "Amount", QuickInfo: "Amount" }, "Amount"],
    [{ Label: "Amount", QuickInfo: "Net amount" }, "Net amount"],
    [{ Label: "Amount (net)", QuickInfo: "net" }, "Amount (net)"],
    [{ Label: "ID", QuickInfo: "Identity" }, "ID – Identity"],
    [{ Label: "Amount", Description: "The net amount." }, "The net amount."],
    [{ Label: "Net", QuickInfo: "The sum", Description: "What it costs." }, "Net – The sum – What it costs."],
    // A key of a text that is not translated.
    [{ Label: "{i18n>Amount}" }, ""],
    [{ Label: " " }, ""],
  ])("%j: %s", async (texts, expected) => {
    expect(await commentOf(annotations(texts))).toBe(expected);
  });

  it("stand at sets, types, operations and parameters, too", async () => {
    const label = (text: string): string => annotations({ Label: text });
    const { text } = await serviceOf(
      `<EntityType Name="Book"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>${label("A title")}</EntityType>` +
        `<Action Name="Order"><Parameter Name="count" Type="Edm.Int32">${label("How many")}</Parameter>${label("To order")}</Action>` +
        `<EntityContainer Name="C"><EntitySet Name="books" EntityType="shop.Book">${label("All titles")}</EntitySet><ActionImport Name="Order" Action="shop.Order"/></EntityContainer>`,
    );
    expect(text("types.ts")).toContain("/** A title */\nexport interface Book");
    expect(text("writes.ts")).toContain("/** How many */\n  count");
    expect(text("client.ts")).toContain("/** All titles */\n  books");
    expect(text("client.ts")).toContain("/** To order */\n  Order");
  });
});

describe("units in comments:", () => {
  it.each([
    [`<Annotation Term="${MEASURES}.Unit" Path="unit"/>`, "Unit: property `unit`."],
    [`<Annotation Term="${MEASURES}.Unit" String="kg"/>`, "Unit: `kg`."],
    [`<Annotation Term="${MEASURES}.ISOCurrency" Path="currency"/>`, "Currency: property `currency`."],
    [`<Annotation Term="${MEASURES}.ISOCurrency" String="EUR"/>`, "Currency: `EUR`."],
    [
      `${annotations({ Label: "Price" })}<Annotation Term="${MEASURES}.ISOCurrency" String="EUR"/>`,
      "Price. Currency: `EUR`.",
    ],
    [`<Annotation Term="${MEASURES}.Unit"><Null/></Annotation>`, ""],
  ])("%s", async (content, expected) => {
    expect(await commentOf(content, "Edm.Decimal")).toBe(expected);
  });
});

describe("kinds of texts in comments:", () => {
  it.each([
    [`${COMMON}.IsUpperCase`, "In upper case."],
    [`${COMMON}.IsDigitSequence`, "Digits only."],
    [`${COMMON}.IsCalendarDate`, "A date, `YYYYMMDD`."],
    ["com.sap.vocabularies.Communication.v1.IsEmailAddress", "An email address."],
    ["com.sap.vocabularies.Communication.v1.IsPhoneNumber", "A phone number."],
    ["odata_codegen.V1.DateOnly", "Only the date counts; the time is midnight."],
  ])("%s", async (term, expected) => {
    expect(await commentOf(`<Annotation Term="${term}"/>`)).toBe(expected);
    expect(await commentOf(`<Annotation Term="${term}" Bool="false"/>`)).toBe("");
  });
});
