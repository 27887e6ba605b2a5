/* Stands in for the parts of the browser's extension interface that the popup and the options page use. */
const { overview, browsers, texts, language } = globalThis.given;
const fill = (text, values) => text.replace(/\$(\d)/g, (_, at) => values[Number(at) - 1] ?? "");
const answers = {
  "window/list": () => overview.feed,
  "window/seen": () => true,
  "window/mute": () => true,
  "window/remind": () => true,
  "window/browsers": () => browsers,
  "window/disconnect": () => false,
};
const { now } = Date;
// This computer's clock, which may be ahead of the server's.
Date.now = () => now() + overview.ahead;
globalThis.chrome = {
  i18n: {
    getMessage: (key, values = []) => fill(texts[key]?.message ?? "", values),
    getUILanguage: () => (language === "en" ? "en-GB" : language),
  },
  runtime: {
    id: "sightline",
    getURL: (path) => `${location.origin}/${path}`,
    sendMessage: async ({ name }) => ({ answer: answers[name] ? answers[name]() : overview }),
    openOptionsPage: async () => {},
    getManifest: () => ({ version: "0.1.0" }),
  },
};
