import type { Cause } from "../../src/audit/causes.js";

/** A fault of a reference page of July 2021, found by reading the page beside the CSDL of the same day. */
export interface KnownFault {
  /** Below the folder of the version, e.g. `resources/audio.md`. */
  readonly page: string;
  readonly cause: Cause;
  readonly element: string;
  readonly suggestion?: string;
}

type Row = readonly [page: string, cause: Cause, element: string, suggestion?: string];

const beta: readonly Row[] = [
  // The CSDL has no such property.
  ["resources/applicationsigninsummary.md", "property-not-in-csdl", "applicationSignInSummary/appId"],
  ["resources/authenticationmethodtarget.md", "property-not-in-csdl", "authenticationMethodTarget/useForSignIn"],
  ["resources/ediscovery-case.md", "property-not-in-csdl", "ediscovery.case/createdBy"],
  [
    "resources/synchronization-attributemappingfunctionschema.md",
    "property-not-in-csdl",
    "attributeMappingFunctionSchema/name",
  ],
  [
    "resources/driveitemuploadableproperties.md",
    "property-not-in-csdl",
    "driveItemUploadableProperties/driveItemSource",
  ],
  ["resources/team.md", "property-on-open-type", "team/classSettings"],
  ["resources/identityset.md", "property-on-open-type", "identitySet/phone"],
  ["api/place-update.md", "property-on-derived-type", "place/videoDeviceName", "microsoft.graph.room/videoDeviceName"],
  // It has it in other letters.
  [
    "resources/b2cidentityuserflow.md",
    "property-letter-case",
    "b2cIdentityUserFlow/userflowIdentityProviders",
    "userFlowIdentityProviders",
  ],
  ["resources/directory.md", "property-letter-case", "directory/deleteditems", "deletedItems"],
  ["resources/drive.md", "property-letter-case", "drive/sharepointIds", "sharePointIds"],
  ["resources/ediscovery-case.md", "property-letter-case", "ediscovery.case/Settings", "settings"],
  ["resources/printusagebyprinter.md", "property-letter-case", "printUsageByPrinter/printerID", "printerId"],
  [
    "resources/sharepointsiteusagedetail.md",
    "property-letter-case",
    "sharePointSiteUsageDetail/SiteSensitivityLabelId",
    "siteSensitivityLabelId",
  ],
  ["resources/user.md", "property-near-miss", "user/usageRight", "usageRights"],
  ["resources/schedule.md", "property-near-miss", "schedule/timeoffrequest", "timeOffRequests"],
  ["resources/schedule.md", "property-near-miss", "schedule/swapshiftchangerequests", "swapShiftsChangeRequests"],
  // The page leaves it out, or puts it in the wrong table.
  [
    "resources/intune-mstunnel-microsofttunnelsite.md",
    "property-undocumented",
    "microsoftTunnelSite/upgradeWindowUtcOffsetInMinutes",
  ],
  ["resources/printer.md", "navigation-undocumented", "printer/share"],
  ["resources/itemanalytics.md", "navigation-as-property", "itemAnalytics/allTime"],
  ["resources/workbookfilter.md", "property-as-navigation", "workbookFilter/criteria"],
  ["resources/connectedorganization.md", "property-as-navigation", "connectedOrganization/identitySources"],
  // Another type.
  [
    "resources/applicationsigninsummary.md",
    "type-primitive-differs",
    "applicationSignInSummary/successPercentage",
    "Double",
  ],
  ["resources/audio.md", "type-primitive-differs", "audio/discCount", "Int16"],
  ["resources/audio.md", "type-primitive-differs", "audio/bitrate", "Int64"],
  ["resources/callrecords-pstncalllogrow.md", "type-primitive-differs", "callRecords.pstnCallLogRow/charge", "Decimal"],
  [
    "resources/callrecords-networkinfo.md",
    "type-primitive-differs",
    "callRecords.networkInfo/bandwidthLowEventRatio",
    "Single",
  ],
  [
    "resources/delegatedpermissionclassification.md",
    "type-primitive-differs",
    "delegatedPermissionClassification/permissionId",
    "String",
  ],
  ["resources/folder.md", "type-primitive-differs", "folder/childCount", "Int32"],
  [
    "resources/pkcs12CertificateInformation.md",
    "type-primitive-differs",
    "pkcs12CertificateInformation/notAfter",
    "Int64",
  ],
  ["resources/serviceprincipal.md", "type-primitive-differs", "servicePrincipal/appOwnerOrganizationId", "Guid"],
  [
    "resources/synchronization-attributemapping.md",
    "type-primitive-differs",
    "attributeMapping/exportMissingReferences",
    "Boolean",
  ],
  [
    "resources/synchronization-synchronizationprogress.md",
    "type-primitive-differs",
    "synchronizationProgress/totalUnits",
    "Int64",
  ],
  ["resources/callroute.md", "type-enum-as-string", "callRoute/routingType", "microsoft.graph.routingType"],
  ["resources/bookingworkhours.md", "type-enum-as-string", "bookingWorkHours/day", "microsoft.graph.dayOfWeek"],
  [
    "resources/externalconnectors-property.md",
    "type-enum-as-string",
    "externalConnectors.property/type",
    "microsoft.graph.externalConnectors.propertyType",
  ],
  ["resources/event.md", "type-primitive-for-model", "event/exceptionOccurrences", "Collection(microsoft.graph.event)"],
  [
    "resources/group.md",
    "type-primitive-for-model",
    "group/licenseProcessingState",
    "microsoft.graph.licenseProcessingState",
  ],
  ["resources/workbooknameditem.md", "type-primitive-for-model", "workbookNamedItem/value", "microsoft.graph.Json"],
  ["resources/contact.md", "type-model-differs", "contact/photo", "microsoft.graph.profilePhoto"],
  ["resources/drive.md", "type-model-differs", "drive/activities", "Collection(microsoft.graph.itemActivityOLD)"],
  [
    "resources/educationfeedback.md",
    "type-model-differs",
    "educationFeedback/text",
    "microsoft.graph.educationItemBody",
  ],
  ["resources/personwebsite.md", "type-model-differs", "personWebsite/source", "microsoft.graph.personDataSources"],
  ["resources/roomlist.md", "type-base-for-derived", "roomList/rooms", "Collection(microsoft.graph.room)"],
  [
    "resources/group.md",
    "type-derived-for-base",
    "group/membersWithLicenseErrors",
    "Collection(microsoft.graph.directoryObject)",
  ],
  [
    "resources/educationalactivitydetail.md",
    "type-collection-differs",
    "educationalActivityDetail/awards",
    "Collection(String)",
  ],
  [
    "resources/searchrequest.md",
    "type-collection-differs",
    "searchRequest/resultTemplateOptions",
    "microsoft.graph.resultTemplateOption",
  ],
  [
    "resources/serviceprincipal.md",
    "type-collection-differs",
    "servicePrincipal/appRoleAssignedTo",
    "Collection(microsoft.graph.appRoleAssignment)",
  ],
  [
    "resources/accessreviewhistorydefinition.md",
    "type-collection-differs",
    "accessReviewHistoryDefinition/status",
    "microsoft.graph.accessReviewHistoryStatus",
  ],
  ["resources/personname.md", "type-unknown", "personName/pronunciation", "microsoft.graph.personNamePronounciation"],
  ["resources/identityset.md", "type-letter-case", "identity", "identity"],
  ["resources/event.md", "type-letter-case", "dateTimeTimeZone", "dateTimeTimeZone"],
  // Types as a whole.
  ["resources/personanniversary.md", "type-not-in-csdl", "personAnniversary"],
  ["resources/windowsupdates-admin.md", "type-namespace-differs", "windowsUpdates.admin", "microsoft.graph.admin"],
  ["resources/subscribedsku.md", "base-differs", "subscribedSku", "microsoft.graph.entity"],
  ["resources/planner.md", "base-differs", "planner"],
  ["resources/tenantrelationship.md", "key-differs", "tenantRelationship"],
  [
    "resources/managedtenants-devicecompliancepolicysettingstatesummary.md",
    "open-differs",
    "managedTenants.deviceCompliancePolicySettingStateSummary",
  ],
  // Enums.
  ["resources/intune-shared-managementagenttype.md", "member-not-in-csdl", "managementAgentType/msSense"],
  ["resources/cloudpc.md", "member-not-in-csdl", "cloudPcStatus/upgrading"],
  ["resources/cloudpc.md", "members-undocumented", "cloudPcStatus", "provisionedWithWarnings, resizing"],
  [
    "resources/printerdefaults.md",
    "member-letter-case",
    "printMultipageLayout/counterClockwiseFromTopRight",
    "counterclockwiseFromTopRight",
  ],
  ["resources/mailtips.md", "member-near-miss", "recipientScopeType/externalNonParther", "externalNonPartner"],
  ["resources/teamsasyncoperationtype.md", "member-value-differs", "teamsAsyncOperationType/createChat", "8"],
  ["resources/printerstatus.md", "list-of-other-values", "printerProcessingStateDetail"],
  // Requests.
  ["api/intune-raimportcerts-pfxrecryptionrequest-list.md", "path-unresolved", "GET /pfxRecryptionRequests"],
  [
    "api/participant-configuremixer.md",
    "path-unresolved",
    "POST /communications/calls/{id}/participants/configureMixer",
  ],
  [
    "api/range-entirecolumn.md",
    "path-letter-case",
    "GET /me/drive/items/{id}/workbook/names/{name}/range/EntireColumn",
    "entireColumn",
  ],
  [
    "api/privilegedroleassignmentrequest-my.md",
    "operation-kind-differs",
    "POST /privilegedRoleAssignmentRequests/my",
    "GET",
  ],
  ["api/riskyusers-dismiss.md", "operation-kind-differs", "GET /identityProtection/riskyUsers/dismiss", "POST"],
  ["api/application-addpassword.md", "parameter-not-in-csdl", "addPassword(microsoft.graph.application)/startDateTime"],
  [
    "api/message-createreplyall.md",
    "parameter-letter-case",
    "createReplyAll(microsoft.graph.message)/comment",
    "Comment",
  ],
  [
    "api/tablerowcollection-add.md",
    "type-primitive-differs",
    "add(Collection(microsoft.graph.workbookTableRow))/index",
    "Int32",
  ],
  [
    "api/presence-get.md",
    "return-collection-differs",
    "GET /communications/presences",
    "Collection(microsoft.graph.presence)",
  ],
  [
    "api/profile-list-anniversaries.md",
    "return-type-differs",
    "GET /me/profile/anniversaries",
    "Collection(microsoft.graph.personAnnualEvent)",
  ],
  // Examples.
  ["api/projectparticipation-get.md", "example-invalid", "GET /me/profile/projects/{id}"],
  [
    "api/servicehealthissue-get.md",
    "example-unknown-member",
    "GET /admin/serviceAnnouncement/issues/{serviceHealthIssueId}",
  ],
  [
    "api/cloudpconpremisesconnection-get.md",
    "example-unknown-property",
    "GET /deviceManagement/virtualEndpoint/onPremisesConnections/{id}",
  ],
];

const v1: readonly Row[] = [
  ["resources/intune-apps-iosminimumoperatingsystem.md", "property-not-in-csdl", "iosMinimumOperatingSystem/v14_0"],
  ["resources/listitemversion.md", "property-not-in-csdl", "listItemVersion/published"],
  ["resources/printconnector.md", "property-not-in-csdl", "printConnector/registeredBy"],
  ["resources/subscription.md", "property-not-in-csdl", "subscription/notificationContentType"],
  ["resources/organization.md", "property-on-open-type", "organization/organizationalBranding"],
  ["resources/timeconstraint.md", "property-letter-case", "timeConstraint/timeslots", "timeSlots"],
  ["resources/workbookoperationerror.md", "property-letter-case", "workbookOperationError/innererror", "innerError"],
  ["resources/hostsecuritystate.md", "property-near-miss", "hostSecurityState/isAzureAadJoined", "isAzureAdJoined"],
  ["resources/shiftactivity.md", "property-undocumented", "shiftActivity/theme"],
  ["resources/schedule.md", "navigation-undocumented", "schedule/offerShiftRequests"],
  ["resources/approval.md", "navigation-as-property", "approval/stages"],
  ["resources/presence.md", "type-collection-differs", "presence/availability", "String"],
  [
    "resources/group.md",
    "type-collection-differs",
    "group/permissionGrants",
    "Collection(microsoft.graph.resourceSpecificPermissionGrant)",
  ],
  [
    "resources/licenseassignmentstate.md",
    "type-primitive-differs",
    "licenseAssignmentState/disabledPlans",
    "Collection(Guid)",
  ],
  [
    "resources/eventmessageresponse.md",
    "type-enum-as-string",
    "eventMessageResponse/type",
    "microsoft.graph.eventType",
  ],
  [
    "resources/rubricquality.md",
    "type-model-differs",
    "rubricQuality/description",
    "microsoft.graph.educationItemBody",
  ],
  ["resources/user.md", "type-model-for-primitive", "user/ageGroup", "String"],
  ["resources/riskdetection.md", "type-not-in-csdl", "riskDetection"],
  ["resources/accessreviewreviewerscope.md", "base-differs", "accessReviewReviewerScope"],
  ["resources/shiftactivity.md", "key-differs", "shiftActivity"],
  ["resources/accessreviewinstancedecisionitem.md", "open-differs", "accessReviewInstanceDecisionItem"],
  ["resources/call.md", "member-not-in-csdl", "callState/ringing"],
  ["resources/patchcontentcommand.md", "member-letter-case", "onenotePatchActionType/insert", "Insert"],
  ["resources/enums.md", "member-near-miss", "registryHive/localMachineSamSoftware", "localMachineSoftware"],
  ["resources/enums.md", "member-value-differs", "logonType/remoteInteractive", "2"],
  [
    "api/intune-cirrus-windowsofficeclientconfiguration-get.md",
    "path-unresolved",
    "GET /officeConfiguration/clientConfigurations/{key}",
  ],
  ["api/user-list-contacts.md", "path-letter-case", "GET /me/contactfolders/{Id}/contacts", "contactFolders"],
  [
    "api/educationschool-list-administrativeunit.md",
    "return-collection-differs",
    "GET /education/schools/{educationSchoolId}/administrativeUnit",
    "microsoft.graph.administrativeUnit",
  ],
  ["api/educationclass-get.md", "example-wrapped", "GET /education/classes/{id}"],
  [
    "api/opentypeextension-update.md",
    "example-wrong-type",
    "PATCH /groups/{id}/threads/{id}/posts/{id}/extensions/{extensionId}",
  ],
];

/** By version of the pages. */
export const knownFaults: Readonly<Record<"beta" | "v1.0", readonly KnownFault[]>> = {
  beta: beta.map(faultOf),
  "v1.0": v1.map(faultOf),
};

/** Elements of the namespace `microsoft.graph` stand in the lists without it. */
function faultOf([page, cause, element, suggestion]: Row): KnownFault {
  const isRequest = /^[A-Z]+ /.test(element);
  return {
    page,
    cause,
    element: isRequest ? element : `microsoft.graph.${element}`,
    ...(suggestion !== undefined && { suggestion }),
  };
}
