import { DATE_ONLY, SUPPORT_PAYLOAD } from "../../../../edm/vocabulary.js";

/** The full names of the terms that stand for older markup: the document need not declare an alias for their vocabularies. */
const CORE = "Org.OData.Core.V1";
const CAPABILITIES = "Org.OData.Capabilities.V1";
const MEASURES = "Org.OData.Measures.V1";
const COMMON = "com.sap.vocabularies.Common.v1";
const COMMUNICATION = "com.sap.vocabularies.Communication.v1";
const ANALYTICS = "com.sap.vocabularies.Analytics.v1";

export const terms = {
  computed: `${CORE}.Computed`,
  description: `${CORE}.Description`,
  immutable: `${CORE}.Immutable`,
  isUrl: `${CORE}.IsURL`,
  longDescription: `${CORE}.LongDescription`,
  mediaType: `${CORE}.MediaType`,
  optimisticConcurrency: `${CORE}.OptimisticConcurrency`,

  countRestrictions: `${CAPABILITIES}.CountRestrictions`,
  deleteRestrictions: `${CAPABILITIES}.DeleteRestrictions`,
  filterRestrictions: `${CAPABILITIES}.FilterRestrictions`,
  insertRestrictions: `${CAPABILITIES}.InsertRestrictions`,
  readRestrictions: `${CAPABILITIES}.ReadRestrictions`,
  searchRestrictions: `${CAPABILITIES}.SearchRestrictions`,
  skipSupported: `${CAPABILITIES}.SkipSupported`,
  sortRestrictions: `${CAPABILITIES}.SortRestrictions`,
  topSupported: `${CAPABILITIES}.TopSupported`,
  updateRestrictions: `${CAPABILITIES}.UpdateRestrictions`,

  currency: `${MEASURES}.ISOCurrency`,
  unit: `${MEASURES}.Unit`,

  fieldControl: `${COMMON}.FieldControl`,
  fieldControlMandatory: `${COMMON}.FieldControlType/Mandatory`,
  heading: `${COMMON}.Heading`,
  isCalendarDate: `${COMMON}.IsCalendarDate`,
  isCalendarYear: `${COMMON}.IsCalendarYear`,
  isCalendarYearMonth: `${COMMON}.IsCalendarYearMonth`,
  isCalendarYearQuarter: `${COMMON}.IsCalendarYearQuarter`,
  isCalendarYearWeek: `${COMMON}.IsCalendarYearWeek`,
  isCurrency: `${COMMON}.IsCurrency`,
  isDigitSequence: `${COMMON}.IsDigitSequence`,
  isFiscalYear: `${COMMON}.IsFiscalYear`,
  isFiscalYearPeriod: `${COMMON}.IsFiscalYearPeriod`,
  isUnit: `${COMMON}.IsUnit`,
  isUpperCase: `${COMMON}.IsUpperCase`,
  label: `${COMMON}.Label`,
  quickInfo: `${COMMON}.QuickInfo`,
  text: `${COMMON}.Text`,
  valueListWithFixedValues: `${COMMON}.ValueListWithFixedValues`,

  isEmailAddress: `${COMMUNICATION}.IsEmailAddress`,
  isPhoneNumber: `${COMMUNICATION}.IsPhoneNumber`,

  dimension: `${ANALYTICS}.Dimension`,
  measure: `${ANALYTICS}.Measure`,

  contextDefiningProperties: "Org.OData.Aggregation.V1.ContextDefiningProperties",
  dateOnly: DATE_ONLY,
  supportPayload: SUPPORT_PAYLOAD,
  hidden: "com.sap.vocabularies.UI.v1.Hidden",
  pattern: "Org.OData.Validation.V1.Pattern",
} as const;
