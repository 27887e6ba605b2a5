/** Presses of our own controls are not for Gmail, which listens for keys and clicks above its own. */

const HEARD_ABOVE = ["click", "mousedown", "mouseup", "keydown", "keyup", "keypress"];

export function onClick(control: HTMLElement, action: (event: Event) => void): void {
  keepEventsFromGmail(control);
  control.addEventListener("click", action);
}

/** Tab and Escape still go up: they lead out of where the person is. */
export function keepEventsFromGmail(node: HTMLElement): void {
  for (const kind of HEARD_ABOVE) {
    node.addEventListener(kind, (event) => {
      const leads = event instanceof KeyboardEvent && ["Tab", "Escape"].includes(event.key);
      if (!leads) event.stopPropagation();
    });
  }
}
