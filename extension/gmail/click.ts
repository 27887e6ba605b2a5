/** Keeps clicks and keys on our controls from Gmail, whose listeners are higher up in the tree. */

const HEARD_ABOVE = ["click", "mousedown", "mouseup", "keydown", "keyup", "keypress"];

export function onClick(control: HTMLElement, action: (event: Event) => void): void {
  keepEventsFromGmail(control);
  control.addEventListener("click", action);
}

/** Stops clicks and keys on `node` from bubbling, except Tab and Escape, which move the focus out. */
export function keepEventsFromGmail(node: HTMLElement): void {
  for (const kind of HEARD_ABOVE) {
    node.addEventListener(kind, (event) => {
      const leads = event instanceof KeyboardEvent && ["Tab", "Escape"].includes(event.key);
      if (!leads) event.stopPropagation();
    });
  }
}
