// How figures are printed: as many digits as the measurement carries.

export const seconds = (value) => `${value.toFixed(2)} s`;
export const milliseconds = (value) => `${Math.round(value * 1000)} ms`;
export const preciseMilliseconds = (value) => `${(value * 1000).toFixed(2)} ms`;
export const megabytes = (value) => `${Math.round(value)} MB`;
export const megabytesPerSecond = (value) => `${value.toFixed(2)} MB/s`;
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;
export const times = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
export const more = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)} s`;
export const count = (value) => value.toLocaleString("en-US");
