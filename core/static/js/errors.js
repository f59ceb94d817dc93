// A failed form opens with a summary of what is wrong. It takes the focus, and the page's title says so too.
class Errors extends HTMLElement {
  connectedCallback() {
    this.firstElementChild?.focus();
    const word = this.dataset.title;
    if (word && !document.title.startsWith(word)) document.title = `${word} ${document.title}`;
  }
}

customElements.define("fm-errors", Errors);
