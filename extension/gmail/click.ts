/** Presses of our own controls are not for Gmail, which listens for keys and clicks above its own. */

const HEARD_ABOVE = ["click", "mousedown", "mouseup", "keydown", "keyup", "keypress"];

export function onPress(control: HTMLElement, action: (event: Event) => void): void {
  keepFromGmail(control);
  control.addEventListener("click", action);
}

/** Tab and Escape still go up: they lead out of where the person is. */
export function keepFromGmail(node: HTMLElement): void {
  for (const kind of HEARD_ABOVE) {
    node.addEventListener(kind, (event) => {
      const leads = event instanceof KeyboardEvent && ["Tab", "Escape"].includes(event.key);
      if (!leads) event.stopPropagation();
    });
  }
}

/** Only real changes are written: each write would wake the page's observer again. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node: HTMLElement, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
