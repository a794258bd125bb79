import { createClient, type TokenCredential } from "./suppliers/index.js";

export async function listNames(credential: TokenCredential): Promise<string[]> {
  const client = createClient({ credential, baseUrl: "https://erp.example/sap/opu/odata/sap/MD_SUPPLIER_MASTER_SRV" });
  const names: string[] = [];
  for await (const supplier of client.C_BusinessPartnerSuplr.get({ select: ["BusinessPartner"] }))
    names.push(supplier.BusinessPartner);
  return names;
}
