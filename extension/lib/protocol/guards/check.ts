/** Provides the guards' building blocks: small checks, combined into a check of an object's fields. */

export type Check = (value: unknown) => boolean;
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const text: Check = (value) => typeof value === "string";
export const flag: Check = (value) => typeof value === "boolean";
export const count: Check = (value) => Number.isSafeInteger(value);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

export const maybe =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

export const perhaps =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const oneOf =
  (...names: unknown[]): Check =>
  (value) =>
    names.includes(value);

export const webAddress: Check = (value) =>
  typeof value === "string" && /^https?:\/\/[^\s"'<>]+$/.test(value);

export function shape(fields: Record<string, Check>): Check {
  const checks = Object.entries(fields);
  return (value) => isFields(value) && checks.every(([name, check]) => check(value[name]));
}

export const tableOf =
  (check: Check): Check =>
  (value) =>
    isFields(value) && Object.values(value).every(check);
