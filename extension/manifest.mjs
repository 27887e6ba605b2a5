/** Makes the manifest for one browser's build. */

/**
 * This public key gives unpacked Chromium builds the same id everywhere: odbgfcficdfahflipgbphlmlchmbplhn.
 * The private key was deleted.
 */
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsGkjS81TJMk0aubYaoJgvxjMD6y9Xza9n5o05/nHGHqT0WYjZ85mPIOVLfQrARtPcWQpbPbI2bvDQLF41gDAy97tzSGD4gN6iP25nQGZiF7FRFuHjHFMDDRplBDhq9ntNURXGuF1sldZhqQnRme+CictGvYvTUOq6OPFQVZaaeJbVnMq6+lJbqJ4kpsfGkHRp772Y9c2fSwhl11GJieI9S0/tK3z0Kja8rx6+3TnLKLSxPn+gNR3S3dQ07yMBeuVUuVIEUGUNeUhS6ktI3YMGVp1h0SasFY5e+wP+OU9I2c8fhDvMrsAhaNvnO6pUP8a3Kd1saVNKwrbElDv/RtFhQIDAQAB";

const GMAIL = "https://mail.google.com/*";
/** Gmail loads images from this host; redirecting the sender's own pixels requires access to it. */
const IMAGE_PROXY = "https://*.googleusercontent.com/*";

const shared = {
  manifest_version: 3,
  name: "Sightline",
  version: "0.1.0",
  description: "__MSG_description__",
  default_locale: "en",
  icons: { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" },
  action: { default_popup: "popup/popup.html", default_title: "Sightline" },
  options_ui: { page: "options/options.html", open_in_tab: true },
  permissions: ["storage", "alarms", "declarativeNetRequest", "notifications", "idle"],
  host_permissions: [GMAIL, IMAGE_PROXY],
  optional_host_permissions: ["http://*/*", "https://*/*"],
  content_scripts: [
    { matches: [GMAIL], js: ["page/main.js"], run_at: "document_start", world: "MAIN" },
    {
      matches: [GMAIL],
      js: ["gmail/main.js"],
      css: [
        "gmail/gmail.css",
        "gmail/compose/panel.css",
        "gmail/compose/copies.css",
        "gmail/reading/reading.css",
      ],
      run_at: "document_start",
    },
  ],
  // Firefox's default policy would upgrade the URL of a server at home to https.
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http: https:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
};

const own = {
  chromium: {
    key: KEY,
    minimum_chrome_version: "120",
    background: { service_worker: "worker/main.js" },
  },
  firefox: {
    background: { scripts: ["worker/main.js"] },
    // The image that the sender's own pixels are redirected to. Both the page and the host of the
    // redirected URL must be allowed to load it. No other page can detect the extension by this image,
    // because its URL contains an id that is created at each installation.
    web_accessible_resources: [{ resources: ["icons/empty.gif"], matches: [GMAIL, IMAGE_PROXY] }],
    browser_specific_settings: {
      gecko: {
        id: "extension@sightline.local",
        strict_min_version: "142.0",
        data_collection_permissions: {
          required: ["personallyIdentifyingInfo", "personalCommunications"],
        },
      },
    },
  },
};

/** Returns the manifest for `browser`, which is "chromium" or "firefox". */
export function manifest(browser) {
  return { ...shared, ...own[browser] };
}
