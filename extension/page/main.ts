/**
 * Installs the hook, in the page's own world and before Gmail's scripts. It holds no lease and no key: the content
 * script has them, rewrites the request, and gives back the body to send.
 */
import { openChannel } from "./channel";
import { interceptRequests } from "./intercept";

interceptRequests(openChannel());
