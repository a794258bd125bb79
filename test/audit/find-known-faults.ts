import { beforeAll, describe, expect, it } from "vitest";
import { inputsOf } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { type AuditReport, auditReport } from "../../src/audit/report/audit-report.js";
import type { Version } from "../floors/versions.js";
import { describeWithCorpus } from "../support/corpus.js";
import { knownFaults } from "./known-faults.js";

/** Checks what the audit finds in both versions of the reference pages. */
export function describeKnownFaults(versions: () => readonly Version[]): void {
  describeWithCorpus("the audit of the reference pages of 2021", () => {
    const reports = new Map<string, AuditReport>();

    beforeAll(() => {
      for (const { name, pages, csdlDocument, csdl, both, sources } of versions()) {
        const findings = auditOf(inputsOf([csdlDocument, ...pages], csdl, both));
        reports.set(name, auditReport({ listed: findings, counted: [], suppressed: 0 }, sources));
      }
    }, 600_000);

    it("finds something of nearly every cause", () => {
      const lines = [...reports].map(([name, { counts }]) => [
        `Findings of the pages of ${name}:`,
        ...counts.map(({ cause, count }) => `  ${cause}  ${count}`),
      ]);
      process.stdout.write(`\n${lines.flat().join("\n")}\n`);
      expect(
        new Set([...reports.values()].flatMap(({ counts }) => counts.map(({ cause }) => cause))).size,
      ).toBeGreaterThan(45);
    });

    describe.each(["beta", "v1.0"] as const)("of %s", (version) => {
      it.each(knownFaults[version].map((fault) => [fault.page, fault.cause, fault.element, fault.suggestion] as const))(
        "%s: %s %s",
        (page, cause, element, suggestion) => {
          const path = `docs/api-reference/${version}/${page}`;
          const found = reports
            .get(version)
            ?.findings.filter(
              (finding) => finding.page?.path === path && finding.cause === cause && finding.element === element,
            );
          expect(found?.map((finding) => finding.suggestion)).toContain(suggestion);
        },
      );
    });

    it("is held against faults that a person has checked", () => {
      expect(knownFaults.beta.length + knownFaults["v1.0"].length).toBeGreaterThanOrEqual(60);
    });
  });
}
