/** The operators of annotation expressions with the number of their operands (CSDL 4.01 §14.4.2, §14.4.3). */
export const OPERATORS = {
  And: 2, Or: 2, Not: 1, Eq: 2, Ne: 2, Gt: 2, Ge: 2, Lt: 2, Le: 2, Has: 2, In: 2,
  Add: 2, Sub: 2, Neg: 1, Mul: 2, Div: 2, DivBy: 2, Mod: 2,
} as const;
