/**
 * The public API of odata-codegen: generate TypeScript from OData CSDL or Microsoft Graph reference pages, convert
 * them to CSDL, hold pages against CSDL, compare two versions of a service, explain an element, show a model as a page, compute least privileges,
 * run the services of a config file, and write or check an output folder. Nothing here prints or exits; what there is to
 * say is a list of diagnostics.
 *
 * ```ts
 * const { output, report, sources } = await generate(
 *   { inputs: ["metadata.xml"], output: "generated", emit: ["types"] },
 *   nodeIo(process.cwd()),
 * );
 * if (!report.failed) await writeOutput(output, report);
 * for (const diagnostic of report.diagnostics) console.error(formatDiagnostic(diagnostic, sources, { color: false }));
 * ```
 *
 * @module
 */
export { audit } from "./audit.js";
export type { AuditRequest, AuditResult } from "./audit.js";
export { auditReport } from "./audit/report/audit-report.js";
export type { AuditReport, FindingData } from "./audit/report/audit-report.js";
export type { Cause } from "./audit/causes.js";
export type { Finding } from "./audit/finding.js";
export { audiences } from "./changes/change.js";
export { changeCodes } from "./changes/codes.js";
export type { ChangeCode } from "./changes/codes.js";
export type { Audience, Change, Changes, Effect, Verdict } from "./changes/change.js";
export { defineConfig } from "./config/user-config.js";
export type { SuppressionEntry } from "./config/suppressions.js";
export type { ConfigExport, ServiceConfig, ServiceOptions, UserConfig } from "./config/user-config.js";
export type { Answer, Explained, ExplainedRequest, Explanation, MemberList, Statement } from "./explain/explanation.js";
export { explain } from "./explain.js";
export type { ExplainRequest, ExplainResult } from "./explain.js";
export { explore, explorePage } from "./explore.js";
export type { ExploreRequest, ExploreResult } from "./explore.js";
export type {
  ChangeData,
  ChangesData,
  ChildData,
  DefinitionData,
  ElementData,
  EnumData,
  MemberData,
  ModelData,
  NamespaceData,
  OperationData,
  ParameterData,
  PictureData,
  RequestData,
  SaidData,
  SnippetData,
  SourceData,
  StructuredData,
  TypeData,
} from "./explore/data/format.js";
export { generateService } from "./generate-service.js";
export type { ServiceRunOptions } from "./generate-service.js";
export { memoryIo } from "./memory/memory-io.js";
export type { MemoryIo, MemoryOptions } from "./memory/memory-io.js";
export { nodeOutputIo } from "./output/disk/node-output-io.js";
export type { Found, Lock, LockHolder, OutputIo } from "./output/disk/output-io.js";
export { recoverOutput } from "./output/journal/recover.js";
export type { FolderRequest } from "./output/folder-rules.js";
export { permissions } from "./permissions.js";
export type { PermissionsRequest, PermissionsResult } from "./permissions.js";
export type { MoreNeeded, SchemeGrant } from "./permissions/least-privilege.js";
export type { LoadRequest } from "./read/read.js";
export type { LoadedInputs, RunOptions } from "./read/run-options.js";
export { requestOf } from "./services/service-request.js";
export type { Given } from "./services/service-request.js";
export type { Service } from "./services/read-services.js";
export type { RunHooks, ServiceResult } from "./services/service-run.js";
export { servicesOfConfig } from "./services/services-of-config.js";
export type { ConfigOptions, ConfigServices } from "./services/services-of-config.js";
export { convert } from "./convert.js";
export type { ConvertRequest, ConvertResult, Notation } from "./convert.js";
export type { Watch } from "./read/read.js";
export type { Code } from "./diagnostics/catalogue/catalogue.js";
export type { Severity } from "./diagnostics/catalogue/entry.js";
export { diagnosticData } from "./diagnostics/format-json.js";
export type { DiagnosticData, PlaceData } from "./diagnostics/format-json.js";
export { formatDiagnostic } from "./diagnostics/format-text.js";
export type { TextFormat } from "./diagnostics/format-text.js";
export type { At, Location, Source, Sources } from "./diagnostics/position.js";
export { Report } from "./diagnostics/report.js";
export type { Diagnostic, Place, Related } from "./diagnostics/report.js";
export { diff } from "./diff.js";
export type { DiffRequest, DiffResult, LoadedVersions } from "./diff.js";
export type { Model } from "./edm/model.js";
export { generate } from "./generate.js";
export type { GenerateInput, GenerateRequest, GenerateResult } from "./generate.js";
export { loadModel } from "./load-model.js";
export type { ModelRequest, ModelResult } from "./load-model.js";
export type { LockedName, LockedNames } from "./naming/locked-names.js";
export { checkOutput } from "./output/check-output.js";
export type { CheckOptions, Difference } from "./output/check-output.js";
export type { OutputFile, OutputRequest } from "./output/output-request.js";
export type { ModelCounts } from "./up-to-date/cache/run-record.js";
export { writeOutput } from "./output/write-output.js";
export type { OutputResult, WriteOptions } from "./output/write-output.js";
export type { Entry, Io, PathKind, PathStat } from "./sources/io.js";
export { nodeIo } from "./sources/node-io.js";
export type { RemoteInput } from "./sources/remote/remote-input.js";
export type { Artifact, ViewOptions } from "./views/options.js";
