/** Whether the page compares two versions. The build makes a program without that, too, for pages that do not. */
export const comparesVersions: boolean = true;
