// Says that a page was opened under another address than PUBLIC_URL. Only the browser knows: behind a proxy that ends
// TLS, the server may see http where the person sees https. Cookies that are made for one do not work with the other.
(() => {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-public-url]"))) {
    const own = part.dataset.publicUrl ?? "";
    if (own === "" || new URL(own).origin === location.origin) continue;
    const link = part.querySelector("a");
    if (link) link.href = own + location.pathname + location.search;
    part.hidden = false;
  }
})();
