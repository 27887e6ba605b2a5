// Tells the server which time zone this browser is in: in the form, and in a cookie for the way over Google.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  for (const field of document.querySelectorAll("input[data-time-zone]")) field.value = zone;
  const [prefix, secure] = location.protocol === "https:" ? ["__Host-", "; Secure"] : ["", ""];
  const cookie = `${prefix}sightline-zone=${encodeURIComponent(zone)}`;
  document.cookie = `${cookie}; Path=/; Max-Age=1800; SameSite=Lax${secure}`;
}
