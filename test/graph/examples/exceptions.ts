/** GET examples of v1.0 pages that the client does not send as the page writes them, by cause. */

/** The page is wrong: the model contradicts it, or it holds no request but a template of one. */
export const pageFaults: Readonly<Record<string, readonly string[]>> = {
  "the parameter is an Edm.Date, which has no quotes": [
    "/reports/getYammerActivityUserDetail(date='2018-03-05')",
    "/reports/getYammerDeviceUsageUserDetail(date='2018-03-05')",
    "/reports/getYammerGroupsActivityDetail(date='2018-03-05')",
  ],
  "a placeholder stands for a time or a number": [
    "/me/drive/items/{id}/workbook/worksheets/{id|name}/cell(row=<row>,column=<column>)",
    "/reports/getGroupArchivedPrintJobs(groupId='{id}',startDateTime=<timestamp>,endDateTime=<timestamp>)",
    "/reports/getPrinterArchivedPrintJobs(printerId='{id}',startDateTime=<timestamp>,endDateTime=<timestamp>)",
    "/reports/getUserArchivedPrintJobs(userId='{id}',startDateTime=<timestamp>,endDateTime=<timestamp>)",
  ],
  "a parameter that the function requires is missing": [
    "/me/drive/items/{id}/workbook/names/{name}/range/boundingRect",
    "/me/drive/items/{id}/workbook/names/{name}/range/intersection",
    "/me/drive/items/{id}/workbook/names/{name}/range/offsetRange",
  ],
  "the letter case of a name in a query option or a literal": [
    "/me/messages/AAMkADA1M-zAAA=/attachments/AAMkADA1M-CJKtzmnlcqVgqI=/?$expand=microsoft.graph.itemattachment/item",
    "/me/messages?$filter=Extensions/any(f:f/id%20eq%20'Com.Contoso.Referral')&$expand=Extensions($filter=id%20eq%20'Com.Contoso.Referral')",
    "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')",
  ],
};

/** No call can be written: the model does not have the path, or has it in another letter case. */
export const withoutCall: readonly string[] = [
  // By name instead of by segments, which is Graph's own syntax.
  "root: is not declared: /drives/{drive-id}/root:/{path-relative-to-root}:/children",
  "{size} is not declared: /me/drive/items/{item-id}/thumbnails/{thumb-id}/{size}",
  "{size} is not declared: /me/drive/items/{item-id}/thumbnails/{thumb-id}/{size}/content",
  "transitivemembers instead of transitiveMembers: /groups/{id}/transitivemembers/microsoft.graph.group?$count=true",
  "icon is not declared: /me/drive/items/{id}/workbook/tables/{id|name}/sort/fields/icon",
  "contentVersions is not declared: /deviceAppManagement/mobileApps/{mobileAppId}/contentVersions/{mobileAppContentId}",
  "contentVersions is not declared: /deviceAppManagement/mobileApps/{mobileAppId}/contentVersions",
  "contentVersions is not declared: /deviceAppManagement/mobileApps/{mobileAppId}/contentVersions/{mobileAppContentId}/files/{mobileAppContentFileId}",
  "contentVersions is not declared: /deviceAppManagement/mobileApps/{mobileAppId}/contentVersions/{mobileAppContentId}/files",
  "telecomExpenseManagementPartners is not declared: /deviceManagement/telecomExpenseManagementPartners/{telecomExpenseManagementPartnerId}",
  "telecomExpenseManagementPartners is not declared: /deviceManagement/telecomExpenseManagementPartners",
  "microsoft.graph.roomlist instead of microsoft.graph.roomList: /places/microsoft.graph.roomlist",
  "microsoft.graph.roomlist instead of microsoft.graph.roomList: /places/bldg2@contoso.com/microsoft.graph.roomlist/rooms",
  "Me instead of me: /Me/messages?$filter=singleValueExtendedProperties/any(ep:ep/Id eq 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color' and contains(ep/Value, 'green'))",
  "tokenIssuancepolicies instead of tokenIssuancePolicies: /policies/tokenIssuancepolicies/{id}",
  "startDateTime instead of StartDateTime, endDateTime instead of EndDateTime: /me/reminderView(startDateTime='2017-06-05T10:00:00.0000000',endDateTime='2017-06-11T11:00:00.0000000')",
  "b2cUserFlows is not declared: /identity/b2cUserFlows/B2X_1_Partner/languages/en/defaultPages",
  "itemAt(index=0) is not declared: /me/drive/root/workbook/worksheets/{id}/range(address='A1:Z10')/visibleView/itemAt(index=0)",
];

/** The client cannot do it, or only with other options of the generator. */
export const refused: Readonly<Record<string, readonly string[]>> = {
  "undeclared properties of an open type, but with `--open-types any`": [
    "/me/drive/items/{item-id}/thumbnails?select=c300x400_crop",
  ],
  "a cast before the navigation property that is expanded": [
    "/me/messages/AAMkADYAAAImV_jAAA=?$expand=microsoft.graph.eventMessage/event",
  ],
};

/** URLs that are sent as on the page, but are not in the grammar of OData. */
export const notInGrammar: Readonly<Record<string, readonly string[]>> = {
  "the parser knows no undeclared properties": [
    "/sites/{site-id}/lists/{list-id}?select=id,name,lastModifiedDateTime&expand=columns(select=name,description),items(expand=fields(select=Name,Color,Quantity))",
    "/sites/{site-id}/lists/{list-id}/items/{item-id}?expand=fields(select=Column1,Column2)",
    "/sites/{site-id}/lists/{list-id}/items?expand=fields(select=Name,Color,Quantity)",
  ],
  "isof takes the name of a type without quotes": [
    "/identity/conditionalAccess/namedLocations?$filter=isof('microsoft.graph.ipNamedLocation')",
  ],
  "the letter case of properties": ["/me/insights/used?$orderby=LastUsed/LastAccessedDateTime desc"],
  "a typographic quote, and an option without an equals sign": [
    '/servicePrincipals/{id}/memberOf/microsoft.graph.group?$count=true&$orderby=displayName&$search=”displayName:Video"',
    '/users?$search="displayName:wa" OR "displayName:to"&$orderbydisplayName&$count=true',
  ],
  "the name stands for properties of several kinds, of which the parser takes the first": [
    "/users?$select=displayName,id&$filter=identities/any(c:c/issuerAssignedId eq 'j.smith@yahoo.com' and c/issuer eq 'contoso.onmicrosoft.com')",
  ],
};
