// After an act htmx puts the panel's next state in its place, and the button that had the focus is gone. Whoever uses
// the keyboard or hears the page must not be thrown back to its top: the new panel takes the focus and is read out.
class Act extends HTMLElement {
  connectedCallback() {
    if (document.readyState !== "complete") return;
    setTimeout(() => {
      if (document.activeElement === document.body) this.querySelector("section")?.focus({ preventScroll: true });
    }, 60);
  }
}

customElements.define("fm-act", Act);
