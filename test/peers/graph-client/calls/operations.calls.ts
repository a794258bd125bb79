import type { Call } from "./call.js";
import { content } from "./generated/odata.js";

const parentheses =
  "Ours writes the parentheses of a call, which are optional without parameters (URL Conventions §4.5.2).";

export const calls: readonly Call[] = [
  {
    page: "user-delta",
    ours: (client) => client.users.delta().get({ select: ["displayName", "jobTitle"] }),
    theirs: (graph) => graph.api("/users/delta").select("displayName,jobTitle").get(),
    difference: parentheses,
  },
  {
    page: "driveitem-search",
    ours: (client) => client.drives.byId("b!x").root.search({ q: "Contoso Project" }).get(),
    theirs: (graph) => graph.api("/drives/b!x/root/search(q='Contoso Project')").get(),
  },
  {
    page: "driveitem-search",
    ours: (client) => client.drives.byId("b!x").root.search({ q: "it's 50% of 1/2" }).get(),
    theirs: (graph) => graph.api("/drives/b!x/root/search(q='it''s%2050%25%20of%201%2F2')").get(),
  },
  {
    page: "user-reminderview",
    ours: (client) => {
      const times = { StartDateTime: "2017-06-05T10:00:00.0000000", EndDateTime: "2017-06-11T11:00:00.0000000" };
      return client.me.reminderView(times).get();
    },
    theirs: (graph) =>
      graph
        .api("/me/reminderView(startDateTime='2017-06-05T10:00:00.0000000',endDateTime='2017-06-11T11:00:00.0000000')")
        .get(),
    difference: "The page writes the names of the parameters in lower case; ours are those of the CSDL.",
  },
  {
    page: "reportroot-getemailactivityuserdetail",
    ours: (client) => content(client.reports.getEmailActivityUserDetail({ period: "D7" })).get("text"),
    theirs: (graph) => graph.api("/reports/getEmailActivityUserDetail(period='D7')").get(),
  },
  {
    page: "accessreviewscheduledefinition-filterbycurrentuser",
    ours: (client) => client.identityGovernance.accessReviews.definitions.filterByCurrentUser({ on: "reviewer" }).get(),
    theirs: (graph) =>
      graph.api("/identityGovernance/accessReviews/definitions/filterByCurrentUser(on='reviewer')").get(),
  },
  {
    page: "user-sendmail",
    ours: (client) =>
      client.me.sendMail.post({
        Message: {
          subject: "Meet for lunch?",
          body: { contentType: "text", content: "The new cafeteria is open." },
          toRecipients: [{ emailAddress: { address: "frannis@contoso.com" } }],
        },
        SaveToSentItems: false,
      }),
    theirs: (graph) =>
      graph.api("/me/sendMail").post({
        message: {
          subject: "Meet for lunch?",
          body: { contentType: "text", content: "The new cafeteria is open." },
          toRecipients: [{ emailAddress: { address: "frannis@contoso.com" } }],
        },
        saveToSentItems: false,
      }),
    difference: "The page writes the names of the parameters in lower case; ours are those of the CSDL.",
  },
  {
    page: "message-send",
    ours: (client) => client.me.messages.byId("AAMkADA1MTAAAH5JaLAAA=").send.post(),
    theirs: (graph) => graph.api("/me/messages/AAMkADA1MTAAAH5JaLAAA=/send").post(undefined),
    difference:
      "Ours sends `{}`, the parameters of an action without parameters; theirs sends what it is given, here nothing.",
  },
  {
    page: "user-revokesigninsessions",
    ours: (client) => client.me.revokeSignInSessions.post(),
    theirs: (graph) => graph.api("/me/revokeSignInSessions").post({}),
  },
  {
    page: "message-createreply",
    ours: (client) => client.me.messages.byId("AAMkADA1MTAAAAqldOAAA=").createReply.post({ Comment: "Sure." }),
    theirs: (graph) => graph.api("/me/messages/AAMkADA1MTAAAAqldOAAA=/createReply").post({ Comment: "Sure." }),
  },
  {
    page: "user-assignlicense",
    ours: (client) =>
      client.users.byId("adelev@contoso.com").assignLicense.post({
        addLicenses: [
          { disabledPlans: ["11b0131d-43c8-4bbb-b2c8-e80f9a50834a"], skuId: "45715bb8-13f9-4bf6-927f-ef96c102d394" },
        ],
        removeLicenses: ["bea13e0c-3828-4daa-a392-28af7ff61a0f"],
      }),
    theirs: (graph) =>
      graph.api("/users/adelev@contoso.com/assignLicense").post({
        addLicenses: [
          { disabledPlans: ["11b0131d-43c8-4bbb-b2c8-e80f9a50834a"], skuId: "45715bb8-13f9-4bf6-927f-ef96c102d394" },
        ],
        removeLicenses: ["bea13e0c-3828-4daa-a392-28af7ff61a0f"],
      }),
  },
  {
    page: "directoryobject-getbyids",
    ours: (client) =>
      client.directoryObjects.getByIds.post({
        ids: ["84b80893-8749-40a3-97b7-68513b600544"],
        types: ["user", "group"],
      }),
    theirs: (graph) =>
      graph
        .api("/directoryObjects/getByIds")
        .post({ ids: ["84b80893-8749-40a3-97b7-68513b600544"], types: ["user", "group"] }),
  },
  {
    page: "driveitem-copy",
    ours: (client) =>
      client.drives
        .byId("b!x")
        .items.byId("01BYE5RZ")
        .copy.post({
          parentReference: { driveId: "6F7D00BF", id: "DCD0D3AD" },
          name: "contoso plan (copy).txt",
        }),
    theirs: (graph) =>
      graph.api("/drives/b!x/items/01BYE5RZ/copy").post({
        parentReference: { driveId: "6F7D00BF", id: "DCD0D3AD" },
        name: "contoso plan (copy).txt",
      }),
  },
  {
    page: "calendar-getschedule",
    ours: (client) =>
      client.me.calendar.getSchedule.post(
        {
          Schedules: ["adelev@contoso.com"],
          StartTime: { dateTime: "2019-03-15T09:00:00", timeZone: "Pacific Standard Time" },
          EndTime: { dateTime: "2019-03-15T18:00:00", timeZone: "Pacific Standard Time" },
          AvailabilityViewInterval: 60,
        },
        { prefer: 'outlook.timezone="Pacific Standard Time"' },
      ),
    theirs: (graph) =>
      graph
        .api("/me/calendar/getSchedule")
        .header("Prefer", 'outlook.timezone="Pacific Standard Time"')
        .post({
          Schedules: ["adelev@contoso.com"],
          StartTime: { dateTime: "2019-03-15T09:00:00", timeZone: "Pacific Standard Time" },
          EndTime: { dateTime: "2019-03-15T18:00:00", timeZone: "Pacific Standard Time" },
          AvailabilityViewInterval: 60,
        }),
  },
  {
    page: "user-get-mailboxsettings",
    ours: (client) => client.me.mailboxSettings.get(),
    theirs: (graph) => graph.api("/me/mailboxSettings").get(),
  },
  {
    page: "user-get-mailboxsettings",
    ours: (client) => client.me.mailboxSettings.automaticRepliesSetting.get(),
    theirs: (graph) => graph.api("/me/mailboxSettings/automaticRepliesSetting").get(),
  },
  {
    page: "user-update-mailboxsettings",
    ours: (client) => client.me.mailboxSettings.patch({ timeZone: "Pacific Standard Time", dateFormat: "yyyy-MM-dd" }),
    theirs: (graph) =>
      graph.api("/me/mailboxSettings").patch({ timeZone: "Pacific Standard Time", dateFormat: "yyyy-MM-dd" }),
  },
  {
    page: "worksheet-range",
    ours: (client) =>
      client.drives
        .byId("b!x")
        .items.byId("01BYE5RZ")
        .workbook.worksheets.byId("Sheet1")
        .range({ address: "A1:B2" })
        .get(),
    theirs: (graph) => graph.api("/drives/b!x/items/01BYE5RZ/workbook/worksheets/Sheet1/range(address='A1:B2')").get(),
  },
  {
    page: "rangefont-update",
    ours: (client) => {
      const sheet = client.drives.byId("b!x").items.byId("01BYE5RZ").workbook.worksheets.byId("Sheet1");
      return sheet.range({ address: "A1:B2" }).format.font.patch({ bold: true, color: "#FF0000" });
    },
    theirs: (graph) =>
      graph
        .api("/drives/b!x/items/01BYE5RZ/workbook/worksheets/Sheet1/range(address='A1:B2')/format/font")
        .patch({ bold: true, color: "#FF0000" }),
  },
];
