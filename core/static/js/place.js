// Whoever leaves a conversation keeps their place in it without pressing anything: the button's own form is sent, once.
class Place extends HTMLElement {
  connectedCallback() {
    this.leave = () => document.visibilityState === "hidden" && this.keep();
    document.addEventListener("visibilitychange", this.leave);
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.leave);
  }

  keep() {
    const form = this.querySelector("form");
    if (!form || this.kept) return;
    this.kept = true;
    fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true, headers: { "HX-Request": "true" } });
  }
}

customElements.define("fm-place", Place);
