// When htmx cannot bring an answer, somebody must say so: without this a click would seem to do nothing.
class Trouble extends HTMLElement {
  connectedCallback() {
    this.say = (event) => {
      this.textContent = event.type === "htmx:sendError" ? this.dataset.lost : this.dataset.failed;
    };
    this.clear = () => (this.textContent = "");
    document.addEventListener("htmx:sendError", this.say);
    document.addEventListener("htmx:responseError", this.say);
    document.addEventListener("htmx:beforeRequest", this.clear);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:sendError", this.say);
    document.removeEventListener("htmx:responseError", this.say);
    document.removeEventListener("htmx:beforeRequest", this.clear);
  }
}

customElements.define("fm-trouble", Trouble);
