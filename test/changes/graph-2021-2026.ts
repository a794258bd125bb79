/**
 * Changes from v1.0 of Microsoft Graph of July 2021 to that of August 2026, drawn with a fixed seed, a few of each code,
 * and judged by hand from both CSDL texts, the rules of OData and what is emitted of them.
 */
import type { Effect } from "../../src/changes/change.js";

export interface Judged {
  readonly code: string;
  readonly element: string;
  /** For readers, writers and source. */
  readonly effects: readonly [readers: Effect, writers: Effect, source: Effect];
  readonly reason: string;
}

const letters: Readonly<Record<string, Effect>> = { n: "none", c: "compatible", b: "breaking" };

/** `code element readers/writers/source reason`, with `n` for none, `c` for compatible, `b` for breaking. */
const table = `
base-changed microsoft.graph.auditLogRoot b/b/b its id came from entity and is not there any more
base-changed microsoft.graph.informationProtection b/b/b its id came from entity and is not there any more
base-changed microsoft.graph.namedLocation b/b/b it has its id still, but resources of insights are of the type entity, and cannot be cast to it any more
binding-changed /directory/administrativeUnits/members n/n/n it tells where entities lie, which neither the client nor a body needs
capability-added microsoft.graph.group/photo n/n/c Deletable is true: the client has delete
capability-added microsoft.graph.user/photo n/n/c Deletable is true: the client has delete
capability-removed microsoft.graph.authentication/fido2Methods n/b/b Insertable and Updatable are false: post, patch and put are gone
capability-removed microsoft.graph.user/photos c/n/n Countable is false, which is only noted of Graph
capability-removed microsoft.graph.userActivity c/n/n SelectSupport is false (in 2021 it was a term that no vocabulary has), which is only noted of Graph
composable-changed microsoft.graph.getEmailAppUsageUserCounts(microsoft.graph.reportRoot,Edm.String) b/n/b paths led on into the report
composable-changed microsoft.graph.getMailboxUsageMailboxCounts(microsoft.graph.reportRoot,Edm.String) b/n/b paths led on into the report
composable-changed microsoft.graph.getTeamsUserActivityUserDetail(microsoft.graph.reportRoot,Edm.Date) b/n/b paths led on into the report
containment-changed microsoft.graph.microsoftAuthenticatorAuthenticationMethod/device n/c/c a body may relate a device by its URL, too
containment-changed microsoft.graph.windowsHelloForBusinessAuthenticationMethod/device n/c/c a body may relate a device by its URL, too
deprecated microsoft.graph.alertFeedback n/n/c a revision of 2024 with a date of removal: a tag in the documentation
deprecated microsoft.graph.registryKeyState n/n/c a revision of 2024 with a date of removal: a tag in the documentation
description-changed microsoft.graph.automaticUpdateMode/autoInstallAndRebootWithoutEndUserControl n/n/n it has a description
description-changed microsoft.graph.defenderThreatAction/remove n/n/n it has a description
export-added microsoft.graph.servicePrincipal n/n/c agentIdentity is derived from it: bodies of either have a type
export-added microsoft.graph.verify(microsoft.graph.domain) n/n/c it has a parameter: an interface and a schema of its parameters
export-removed microsoft.graph.signIn n/n/b restrictedSignIn was the only type derived from it
items-non-null microsoft.graph.room/tags c/c/n place has it, without null among the items, of which nothing was stated: code had to take none, and could send none
member-added microsoft.graph.printerProcessingStateDetail/binderOffline c/n/c any string is read
member-added microsoft.graph.workforceIntegrationSupportedEntities/timeOffRequest c/n/c any list is read
member-removed microsoft.graph.entityType/unknownfuturevalue c/b/b another spelling took its place
member-removed microsoft.graph.policyPlatformType/androidWorkProfile c/b/b platformType of a policy could have it
member-value-changed microsoft.graph.externalConnectors.label/unknownFutureValue n/n/n JSON has names, and the enumeration takes one member
operation-added microsoft.graph.callRecords.getDirectRoutingCalls(Collection(microsoft.graph.callRecords.callRecord),Edm.DateTimeOffset,Edm.DateTimeOffset) n/n/c it is new
operation-added microsoft.graph.doesUserHaveAccess(microsoft.graph.channel,Edm.String,Edm.String,Edm.String) n/n/c it is new
operation-kind-changed microsoft.graph.setUpResourcesFolder(microsoft.graph.educationAssignment) b/n/b it was called with GET
operation-kind-changed microsoft.graph.setUpResourcesFolder(microsoft.graph.educationSubmission) b/n/b it was called with GET
parameter-added microsoft.graph.instantiate(microsoft.graph.applicationTemplate)/serviceManagementReference n/n/c it may be left out, and there was a parameter before
parameter-added microsoft.graph.upgrade(microsoft.graph.teamsAppInstallation)/consentedPermissionSet n/n/b it may be left out, but post takes no parameters without it
parameter-nullable microsoft.graph.createLink(microsoft.graph.driveItem)/type n/c/c it may be null or left out
path-added /privacy n/n/c it is new
path-added /storage n/n/c it is new
path-removed /branding b/b/b requests to it are refused
path-removed /localizations b/b/b requests to it are refused
property-added microsoft.graph.policyRoot/roleManagementPolicyAssignments c/n/c it comes where it is expanded
property-added microsoft.graph.settingSource/sourceType c/n/c not null, but Graph does not demand what no annotation states as required
property-moved-up microsoft.graph.authenticationMethod/createdDateTime n/n/c all three derived types of 2021 had it
property-nullable microsoft.graph.conditionalAccessConditionSet/users b/c/b Nullable="false" is gone
property-removed microsoft.graph.deviceManagement/telecomExpenseManagementPartners b/b/b its paths are refused
property-removed microsoft.graph.microsoftAuthenticatorAuthenticationMethodTarget/featureSettings b/b/b $select of it is refused, and a body with it
property-type-changed microsoft.graph.fido2AuthenticationMethodConfiguration/includeTargets c/b/b the new type is derived from the old one
property-type-changed microsoft.graph.user/insights c/b/b the new type is derived from the old one
read-only microsoft.graph.mobileAppCategory/lastModifiedDateTime n/b/b Core.Computed is new
read-only microsoft.graph.mobileLobApp/size n/b/b Core.Computed is new
restriction-added /teams c/n/n NonExpandableProperties, which are only noted of Graph
restriction-added /teams c/n/n NonExpandableProperties, which are only noted of Graph
result-changed microsoft.graph.getEmailAppUsageVersionsUserCounts(microsoft.graph.reportRoot,Edm.String) b/n/b a stream, not an object
result-changed microsoft.graph.getTeamsDeviceUsageUserCounts(microsoft.graph.reportRoot,Edm.String) b/n/b a stream, not an object
term-added microsoft.graph.licenseRequired c/n/n an applicationTemplate may be answered with an annotation more, which no emitted type has
type-added microsoft.graph.identityGovernance.workflowExecutionTrigger n/n/c it has no base type, so nothing of 2021 can have values of it
type-added microsoft.graph.iosiPadOSWebClip c/n/c its values come among mobileApps
type-first-derived microsoft.graph.conditionalAccessPolicy c/n/b whatIfAnalysisResult is derived from it: the name in @odata.type is not certain any more
type-first-derived microsoft.graph.listItemVersion c/n/b documentSetVersion is derived from it: the name in @odata.type is not certain any more
type-removed microsoft.graph.authenticatorAppFeatureSettings n/n/b the one property of the enumeration is gone by itself
type-removed microsoft.graph.restrictedSignIn b/b/b signIns cannot be cast to it, and none of it can be sent
writable microsoft.graph.appScope/displayName n/c/c Core.Computed is gone
writable microsoft.graph.appScope/type n/c/c Core.Computed is gone
`;

export const judged: readonly Judged[] = table
  .trim()
  .split("\n")
  .map((line) => {
    const [, code = "", element = "", effects = "", reason = ""] = /^(\S+) (\S+) (\S+) (.*)$/.exec(line) ?? [];
    const [readers = "none", writers = "none", source = "none"] = effects.split("/").map((letter) => letters[letter]);
    return { code, element, effects: [readers, writers, source], reason };
  });
