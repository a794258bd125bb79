import type { ModelData, PictureData } from "../format.js";

/** A picture with more types than these is one that nobody reads. */
const MOST = 40;

/** The picture of the whole, of a service with few types. What lays it out is loaded for those alone. */
export async function smallPicture(data: Pick<ModelData, "types" | "namespaces">): Promise<PictureData | undefined> {
  const count = data.types.filter((type) => "members" in type && type.kind !== "EnumType").length;
  if (count < 2 || count > MOST) return undefined;
  const { pictureData } = await import("./picture-data.js");
  return pictureData(data);
}
