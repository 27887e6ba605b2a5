/** The content script: starts every feature in this Gmail tab. */
import { TABLE } from "./features";
import { observe } from "./observe";
import { safely, Tab } from "./tab";

const life = new AbortController();
const tab = new Tab(life.signal);

for (const init of Object.values(TABLE)) safely(() => init(tab, life.signal));
observe(() => tab.emit("mutation", undefined), life.signal);
