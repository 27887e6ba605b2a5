/** Keeps clicks and keys on our own controls from Gmail, which listens higher up in the tree. */

const HEARD_ABOVE = ["click", "mousedown", "mouseup", "keydown", "keyup", "keypress"];

export function onClick(control: HTMLElement, action: (event: Event) => void): void {
  keepEventsFromGmail(control);
  control.addEventListener("click", action);
}

/** Stops events of `node` from bubbling. Tab and Escape still bubble because they move the focus out. */
export function keepEventsFromGmail(node: HTMLElement): void {
  for (const kind of HEARD_ABOVE) {
    node.addEventListener(kind, (event) => {
      const leads = event instanceof KeyboardEvent && ["Tab", "Escape"].includes(event.key);
      if (!leads) event.stopPropagation();
    });
  }
}
