import { noting, type Connected, type Exchange, type Row } from "../table.js";
import { createClient, type Client } from "./generated/key-figures/index.js";

export function connectTo(serviceRoot: string): Connected<Client> {
  const sent: Exchange[] = [];
  return { client: createClient({ baseUrl: serviceRoot, fetch: noting(serviceRoot, sent) }), serviceRoot, sent };
}

export const rows: readonly Row<Client>[] = [
  {
    line: "numbers as strings",
    name: "an Edm.Double is a number for the app, and an Edm.Decimal its text",
    call: async (client) => {
      const unit = await client.I_UnitOfMeasure.byId("KGM").get();
      return [unit.UnitOfMeasureTemperature, unit.UnitOfMeasurePressure, unit.SIUnitCnvrsnAdditiveValue];
    },
    sends: { method: "GET", path: "I_UnitOfMeasure('KGM')" },
    answers: { d: { UnitOfMeasureTemperature: "-1.5", SIUnitCnvrsnAdditiveValue: "0.500000" } },
    sees: [-1.5, 101325, "0.500000"],
  },
  {
    line: "numbers",
    name: "Edm.Int16, Edm.Int32 and Edm.Boolean",
    call: async (client) => {
      const unit = await client.I_UnitOfMeasure.byId("KGM").get();
      return [unit.SIUnitCnvrsnRateExponent, unit.SIUnitCnvrsnRateDenominator, unit.IsPrimaryUnitForISOCode];
    },
    sends: { method: "GET", path: "I_UnitOfMeasure('KGM')" },
    answers: { d: { SIUnitCnvrsnRateExponent: -3, SIUnitCnvrsnRateDenominator: 1000, IsPrimaryUnitForISOCode: true } },
    sees: [-3, 1000, true],
  },
];
