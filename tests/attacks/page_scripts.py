"""Hostile scripts for Gmail's own page: each case wraps or reads something that a hook could trip over.

A case notes every value that passes by, under its own label. The test then looks for secrets in the notes.
"""

from __future__ import annotations

COLLECT = """
  const { apply, ownKeys, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { isArray } = Array, stringOf = String, Collection = Set, RealEvent = Event, RealText = Text;
  const add = Set.prototype.add, values = (set) => [...set];
  window.loot = Object.create(null);
  let inside = false;
  window.stopNoting = () => { inside = true; };
  const { getPrototypeOf } = Object, plainOnes = [Object.prototype, Array.prototype, null];
  const FEW = 12, MANY = 30_000;
  const walk = (found, value, depth) => {
    if (typeof value === "string") { if (value.length > 15) apply(add, found, [value]); return; }
    if (value === null || typeof value !== "object" || depth > 3) return;
    if (value instanceof RealEvent || value instanceof RealText
        || !plainOnes.includes(getPrototypeOf(value))) {
      if (depth > 1) return;
      for (const key of ["detail", "data", "relatedTarget"])
        try { walk(found, value[key], depth + 1); } catch {}
      return;
    }
    const names = ownKeys(value);
    for (let at = 0; at < names.length && at < FEW; at++)
      if (typeof names[at] !== "symbol") try { walk(found, value[names[at]], depth + 1); } catch {}
  };
  const note = (label, ...given) => {
    if (inside) return;
    inside = true;
    const found = window.loot[label] ??= new Collection();
    for (let at = 0; at < given.length && found.size < MANY; at++) walk(found, given[at], 0);
    inside = false;
  };
  const wrap = (label, owner, names) => {
    for (const name of names) {
      const was = getOwnPropertyDescriptor(owner, name);
      if (typeof was?.value === "function") {
        const real = was.value;
        owner[name] = function (...given) {
          note(label, this, given);
          const result = new.target ? new real(...given) : apply(real, this, given);
          note(label, result);
          return result;
        };
        owner[name].prototype = real.prototype;
      } else if (was?.get || was?.set) {
        defineProperty(owner, name, {
          ...was,
          get() { const result = apply(was.get, this, []); note(label, result); return result; },
          ...(was.set && { set(value) { note(label, value); apply(was.set, this, [value]); } }),
        });
      }
    }
  };
  const methods = (owner) =>
    ownKeys(owner).filter((name) => name !== "constructor" && typeof name !== "symbol"
      && typeof getOwnPropertyDescriptor(owner, name).value === "function");
"""

THIEF = "a message of ours tells the name of the channel, and the script listens there"
CASES = {
    "window.postMessage is wrapped": "wrap(label, window, ['postMessage']);",
    THIEF: """
      const real = window.postMessage;
      let known = false;
      window.postMessage = function (data, ...given) {
        note(label, data);
        if (data?.nonce && !known) {
          known = true;
          note(label, "sightline" + data.nonce);
          document.addEventListener("sightline" + data.nonce, (event) => note(label, event));
        }
        return apply(real, window, [data, ...given]);
      };""",
    "dispatchEvent is wrapped": "wrap(label, EventTarget.prototype, ['dispatchEvent']);",
    "addEventListener is wrapped, and the script listens to the same": """
      const real = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, ...given) {
        note(label, type);
        if (!/error|load/.test(type)) apply(real, this, [type, (event) => note(label, event), true]);
        return apply(real, this, [type, ...given]);
      };""",
    "MessagePort and MessageChannel are wrapped": """
      wrap(label, MessagePort.prototype, ['postMessage', 'start', 'onmessage']);
      wrap(label, window, ['MessageChannel']);""",
    "window and document are listened to in the capture phase": """
      const names = ["message", "sightline", "sightline-hello", "sightline-ask", "sightline-hook", "focus"];
      for (const name of names) {
        window.addEventListener(name, (event) => note(label, event), true);
        document.addEventListener(name, (event) => note(label, event), true);
      }""",
    "array methods are wrapped": "wrap(label, Array.prototype, methods(Array.prototype));",
    "array iteration is wrapped": """
      const real = Array.prototype[Symbol.iterator];
      Array.prototype[Symbol.iterator] = function () { note(label, this); return apply(real, this, []); };""",
    "Object.prototype has setters and getters": """
      for (const name of ["leases", "link_key", "pixel_token", "free", "used", "body", "report", "nonce"])
        defineProperty(Object.prototype, name, {
          configurable: true,
          set(value) { note(label, this, value);
            defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); },
          get() { note(label, this); return undefined; } });
      for (const name of ["bubbles", "cancelable", "composed", "once", "passive", "signal", "capture"])
        defineProperty(Object.prototype, name, { configurable: true, set(value) {
            defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); },
          get() { note(label, this); return undefined; } });""",
    "call, apply and bind are wrapped": "wrap(label, Function.prototype, ['call', 'apply', 'bind']);",
    "then and catch are wrapped": "wrap(label, Promise.prototype, ['then', 'catch', 'finally']);",
    "JSON is wrapped": "wrap(label, JSON, ['stringify', 'parse']);",
    "string methods are wrapped": "wrap(label, String.prototype, methods(String.prototype));",
    "Reflect is wrapped": "wrap(label, Reflect, ['apply', 'construct', 'get', 'set', 'ownKeys']);",
    "Object's functions are wrapped": "wrap(label, Object, methods(Object));",
    "regular expressions are wrapped": """
      wrap(label, RegExp.prototype, ['exec', 'test']);
      const real = RegExp.prototype[Symbol.replace];
      RegExp.prototype[Symbol.replace] = function (...given) {
        note(label, given); return apply(real, this, given); };""",
    "maps and sets are wrapped": """
      for (const { prototype } of [Map, WeakMap, Set, WeakSet])
        wrap(label, prototype, methods(prototype));""",
    "XMLHttpRequest is wrapped after the hook": """
      wrap(label, XMLHttpRequest.prototype, ['open', 'send', 'response', 'responseText', 'status']);""",
    "fetch, Request and Response are wrapped after the hook": """
      wrap(label, window, ['fetch', 'Request']);
      wrap(label, Response.prototype, ['clone', 'text', 'json']);""",
    "typed arrays, text coders and crypto are wrapped": """
      const hex = (bytes) => note(label, stringOf.fromCharCode(...bytes.subarray(0, 64)));
      wrap(label, Object.getPrototypeOf(Uint8Array.prototype), ['set', 'subarray', 'slice', 'fill', 'every']);
      wrap(label, TextEncoder.prototype, ['encode', 'encodeInto']);
      wrap(label, TextDecoder.prototype, ['decode']);
      wrap(label, SubtleCrypto.prototype, methods(SubtleCrypto.prototype));
      const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      for (const name of ['set', 'subarray']) {
        const owner = Object.getPrototypeOf(Uint8Array.prototype), real = owner[name];
        owner[name] = function (...given) {
          if (this instanceof Uint8Array && (this.length === 32 || this.length === 64)) hex(this);
          if (given[0] instanceof Uint8Array) hex(given[0]);
          return apply(real, this, given); };
      }""",
    "event constructors and their fields are wrapped": """
      wrap(label, window, ['CustomEvent', 'MessageEvent', 'FocusEvent', 'MouseEvent', 'Event']);
      wrap(label, CustomEvent.prototype, ['detail']);
      wrap(label, MessageEvent.prototype, ['data', 'ports', 'source']);
      wrap(label, FocusEvent.prototype, ['relatedTarget']);
      wrap(label, MouseEvent.prototype, ['relatedTarget']);""",
    "text nodes and attributes are wrapped and observed": """
      wrap(label, CharacterData.prototype, ['data', 'appendData', 'substringData', 'replaceData']);
      wrap(label, Node.prototype, ['textContent', 'nodeValue', 'appendChild']);
      wrap(label, Element.prototype, ['setAttribute', 'getAttribute']);
      new MutationObserver((all) => { for (const { target } of all) note(label, target.nodeValue,
        target.dataset && { ...target.dataset }); }).observe(document,
        { subtree: true, childList: true, attributes: true, characterData: true });""",
    "node makers are wrapped": """
      wrap(label, Document.prototype, ['createElement', 'createTextNode', 'createComment', 'createEvent']);
      wrap(label, window, ['Text', 'Comment', 'EventTarget', 'DocumentFragment']);""",
    "a frame without our scripts lends fresh functions": """
      addEventListener("DOMContentLoaded", () => {
        const frame = document.createElement("iframe");
        document.body.append(frame);
        const fresh = frame.contentWindow;
        const { addEventListener } = fresh.EventTarget.prototype, hear = (event) => note(label, event);
        addEventListener.call(document, "sightline-hook", hear, true);
        addEventListener.call(window, "message", hear, true);
        document.dispatchEvent(new fresh.CustomEvent("sightline-ask"));
        document.dispatchEvent(new fresh.CustomEvent("sightline-hello", { detail: "x".repeat(36) }));
      });""",
    "error stacks are asked for this, function and arguments": """
      Error.stackTraceLimit = 100;
      Error.prepareStackTrace = (error, sites) => {
        for (const site of sites) {
          note(label, site.getThis?.());
          const called = site.getFunction?.();
          try { note(label, called?.arguments, called?.caller?.arguments); } catch {}
        }
        return String(error);
      };
      const peek = new XMLHttpRequest();
      addEventListener("load", () => setTimeout(() => {
        peek.open({ toString() { void new Error().stack; return "POST"; } }, "/sync/u/0/i/s?peek");
        try { note(label, XMLHttpRequest.prototype.open.arguments, XMLHttpRequest.prototype.send.caller); }
        catch {}
      }, 1500));""",
    "window.event and currentScript are read in every call": """
      const look = () => {
        const now = window.event;
        note(label, now, now?.target, document.currentScript?.src);
      };
      for (const [owner, name] of [[XMLHttpRequest.prototype, "send"], [window, "queueMicrotask"],
          [window, "setTimeout"], [JSON, "stringify"], [String.prototype, "slice"]]) {
        const real = owner[name];
        owner[name] = function (...given) { look(); return apply(real, this, given); };
      }""",
    "timers and microtasks are wrapped": """
      for (const name of ["queueMicrotask", "setTimeout"]) {
        const real = window[name];
        window[name] = function (action, ...given) {
          return apply(real, window, [function () { note(label, action); return action?.(); }, ...given]); };
      }""",
    "symbols of conversion are planted": """
      for (const kind of [String, Array, RegExp, Promise, Uint8Array])
        defineProperty(kind, Symbol.species,
          { configurable: true, get() { note(label, this); return this; } });
      for (const name of [Symbol.toPrimitive, "toJSON"])
        defineProperty(Object.prototype, name, { configurable: true, get() { note(label, this); } });""",
    "the handshake is answered with a node of the script": """
      const mine = document.createTextNode("");
      for (const type of ["sightline-hook", "sightline-hello", "sightline-ask"])
        for (const event of [new FocusEvent(type, { relatedTarget: mine }),
            new CustomEvent(type, { detail: "m" })])
          document.dispatchEvent(event);
      const kinds = ["send", "answer", "request", "sightline", "message"];
      for (const kind of kinds) mine.addEventListener(kind, () => note(label, mine.data));""",
}


def script(cases: dict[str, str]) -> str:
    """Return one script with these cases, each in its own scope with its own label."""
    bodies = [f"{{ const label = {name!r};\n try {{ {code} }} catch {{}} }}" for name, code in cases.items()]
    return "(() => {\n" + COLLECT + "\n".join(bodies) + "\n})();"
