/**
 * Takes the browser's functions when the page starts, for everything that runs in the page's own world. A script
 * of the page can replace every function that can be reached by name, at any time. So the code in this folder
 * calls only what is taken here, and avoids syntax that calls replaceable functions: spreading, destructuring and
 * iterating arrays, templates with objects, and options objects with a prototype.
 */

type Method<T, A extends unknown[], R> = (this: T, ...given: A) => R;

const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

/** Returns a function that calls `method` on its first argument. */
function uncurried<T, A extends unknown[], R>(
  method: Method<T, A, R>,
): (self: T, ...given: A) => R {
  return (self, ...given) => apply(method, self, given);
}

function getter<T>(owner: object, name: string): (self: unknown) => T {
  const get = getOwnPropertyDescriptor(owner, name)?.get;
  if (get === undefined) throw new Error(`no ${name}`);
  return (self) => apply(get, self, []) as T;
}

/** Like `getter`; reads a property if `owner` is not the browser's own but another extension's stand-in for it. */
function getterOrField<T>(owner: object, name: string): (self: unknown) => T {
  if (getOwnPropertyDescriptor(owner, name)?.get !== undefined) return getter(owner, name);
  return (self) => (self as Record<string, T>)[name] as T;
}

function setter<T>(owner: object, name: string): (self: unknown, value: T) => void {
  const set = getOwnPropertyDescriptor(owner, name)?.set;
  if (set === undefined) throw new Error(`no ${name}`);
  return (self, value) => apply(set, self, [value]);
}

export { apply };
export const { Event: NativeEvent, FocusEvent: NativeFocusEvent, URL: NativeUrl } = window;
export const asText = String;
export const asJson = JSON.stringify;
export const here = document;
/** The page's origin, which cannot change. */
export const origin = window.location.origin;

export const upperCase = uncurried(String.prototype.toUpperCase);
export const endsWith = uncurried(String.prototype.endsWith);
export const includes = uncurried(String.prototype.includes as Method<string, [string], boolean>);

export const addListener = uncurried(EventTarget.prototype.addEventListener);
export const removeListener = uncurried(EventTarget.prototype.removeEventListener);
export const dispatch = uncurried(EventTarget.prototype.dispatchEvent);
export const textNode = uncurried(Document.prototype.createTextNode);
export const textOf = getter<string>(CharacterData.prototype, "data");
export const setText = setter<string>(CharacterData.prototype, "data");
export const baseUrl = getter<string>(Node.prototype, "baseURI");

export const urlOrigin = getter<string>(URL.prototype, "origin");
export const urlPath = getter<string>(URL.prototype, "pathname");

export const xhr = {
  status: getterOrField<number>(XMLHttpRequest.prototype, "status"),
  type: getterOrField<XMLHttpRequestResponseType>(XMLHttpRequest.prototype, "responseType"),
  response: getterOrField<unknown>(XMLHttpRequest.prototype, "response"),
  listen: uncurried(XMLHttpRequest.prototype.addEventListener as typeof addEventListener),
};

/** Throw if their argument is not a Request. */
export const request = {
  url: getter<string>(Request.prototype, "url"),
  method: getter<string>(Request.prototype, "method"),
};

export const response = {
  ok: getter<boolean>(Response.prototype, "ok"),
  clone: uncurried(Response.prototype.clone),
  text: uncurried(Response.prototype.text),
};

const decoder = new TextDecoder();
const decodeBytes = uncurried(TextDecoder.prototype.decode);
export const decode = (bytes: ArrayBuffer): string => decodeBytes(decoder, bytes);

export const isView = ArrayBuffer.isView;
/** What typed arrays share; a DataView is no typed array. */
const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
const arrayLength = getter<number>(typedArray, "byteLength");
const dataLength = getter<number>(DataView.prototype, "byteLength");
const bufferOf = getter<ArrayBuffer>(typedArray, "buffer");
export const bufferLength = getter<number>(ArrayBuffer.prototype, "byteLength");

export function viewLength(view: ArrayBufferView): number {
  try {
    return arrayLength(view);
  } catch {
    return dataLength(view);
  }
}

export function isBuffer(body: unknown): body is ArrayBuffer {
  try {
    bufferLength(body);
    return true;
  } catch {
    return false;
  }
}

const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Throws if the bytes are not UTF-8. Every character is kept, so that encoding gives the same bytes again. */
export const decodeStrictly = (bytes: ArrayBufferView | ArrayBuffer): string =>
  decodeBytes(strictDecoder, bytes as BufferSource);

const encoder = new TextEncoder();
const encode = uncurried(TextEncoder.prototype.encode);
/** Returns `text` in UTF-8, as a buffer or as a view of one. */
export function bytesOf(text: string, asBuffer: boolean): ArrayBuffer | Uint8Array {
  const bytes = encode(encoder, text);
  return asBuffer ? bufferOf(bytes) : bytes;
}

/** The fields of a form; `copy` makes another form, in which `change` replaces the texts. */
export type Fields = {
  readonly each: (visit: (value: unknown) => void) => void;
  readonly copy: (change: (text: string) => string) => unknown;
};

/** Returns a function that reads forms of one kind, and returns null for everything else. */
function formsOf<F extends URLSearchParams | FormData>(
  make: new () => F,
): (body: unknown) => Fields | null {
  const forEach = uncurried(make.prototype.forEach as Method<F, [unknown], void>);
  const append = uncurried(make.prototype.append as Method<F, [string, unknown], void>);
  return (body) => {
    try {
      forEach(body as F, () => {});
    } catch {
      return null;
    }
    return {
      each: (visit) => forEach(body as F, visit),
      copy: (change) => {
        const made = new make();
        forEach(body as F, (value: unknown, name: string) =>
          append(made, name, typeof value === "string" ? change(value) : value),
        );
        return made;
      },
    };
  };
}

export const parameters = formsOf(URLSearchParams);
export const form = formsOf(FormData);

const settle = uncurried(Promise.prototype.then);
/** Calls `good` with the value of `promise`. Nothing happens if the promise or `good` fails. */
export function whenDone<T>(promise: Promise<T>, good: (value: T) => void): void {
  const careful = (value: unknown): void => {
    try {
      good(value as T);
    } catch {
      // The page's own promise is another one, so nobody is told.
    }
  };
  settle(promise, careful, () => {});
}

const watch = uncurried(WeakSet.prototype.add);
const unwatch = uncurried(WeakSet.prototype.delete);
const isWatched = uncurried(WeakSet.prototype.has);

/** A set of objects that no script of the page can change or read. */
export class PrivateSet {
  private readonly members = new WeakSet();

  add(member: object): void {
    watch(this.members, member);
  }

  delete(member: object): void {
    unwatch(this.members, member);
  }

  has(member: object): boolean {
    return isWatched(this.members, member);
  }
}

/** Returns options without a prototype, where a script of the page could put values. */
export function plain<T extends object>(options: T): T {
  return { __proto__: null, ...options } as unknown as T;
}
