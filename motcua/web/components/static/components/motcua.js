// What a page gains when scripts run. Nothing depends on it.
"use strict";
(() => {
  const SENDING = document.body.dataset.sending; // in the language of the page
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const keysOff = () => localStorage.getItem("phim-tat") === "tat";

  // A form of an act is sent once; whoever comes back to the page may send again.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.target) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.classList.add("busy");
    const button = event.submitter ?? form.querySelector("button:not([type=button])");
    if (!button) return;
    button.dataset.words = button.textContent;
    button.setAttribute("aria-disabled", "true");
    button.textContent = SENDING;
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.classList.remove("busy");
    }
    for (const button of document.querySelectorAll("button[data-words]")) {
      button.textContent = button.dataset.words;
      button.removeAttribute("aria-disabled");
      delete button.dataset.words;
    }
  });

  // A fragment was asked for behind the lock: send the whole form, so that the lock keeps all of it.
  addEventListener("locked", (event) => {
    const form = event.target.form ?? event.target.closest?.("form[method=post]");
    if (!form) return location.reload();
    form.dataset.sent = "yes";
    form.submit();
  });

  // Leaving a form marked data-guard with something typed in it asks first.
  const touched = new Set();
  addEventListener("input", (event) => event.target.form?.matches("[data-guard]") && touched.add(event.target.form));
  addEventListener("beforeunload", (event) => {
    if ([...touched].some((form) => form.isConnected && !form.dataset.sent)) event.preventDefault();
  });

  // At the counter: Enter (a scanner sends it too) goes to the next field, Ctrl+Enter sends the form.
  const next = (form, from) => {
    const stops = (one) => one.matches("input:not([type=hidden]), select, textarea, button") && one.tabIndex >= 0;
    const skipped = (one) => one.type === "radio" && (one.name === from.name || (form.elements[one.name].value && !one.checked));
    const fields = [...form.elements].filter((one) => one === from || (stops(one) && one.offsetParent && !one.disabled && !skipped(one)));
    fields[fields.indexOf(from) + 1]?.focus();
  };
  addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.isComposing || !(target instanceof Element)) return;
    if (key === "Enter" && event.ctrlKey && target.form) return target.form.requestSubmit();
    if (key === "Enter" && target.matches("[data-enter-next] input:not([type=submit], [type=search], [data-send])")) {
      event.preventDefault();
      return next(target.form, target);
    }
    // Function keys click what names them: <button data-key="F4">.
    if (/^F\d+$/.test(key)) {
      const named = document.querySelector(`[data-key="${key}"]`);
      if (named) { event.preventDefault(); named.click(); }
      return;
    }
    if (keysOff() || event.ctrlKey || event.altKey || event.metaKey || typing(target)) return;
    if (key === "/") {
      const search = document.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (key === "j" || key === "k") {
      const links = [...document.querySelectorAll("[data-rows] tbody tr")].map((row) => row.querySelector("a")).filter(Boolean);
      const at = links.indexOf(document.activeElement);
      links[Math.max(0, at + (key === "j" ? 1 : -1))]?.focus();
    }
  });

  // Things that only make sense with scripts show themselves.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  for (const button of document.querySelectorAll("[data-keys]")) {
    const say = () => { button.textContent = keysOff() ? button.dataset.on : button.dataset.off; };
    button.hidden = false;
    say();
    button.addEventListener("click", () => { localStorage.setItem("phim-tat", keysOff() ? "bat" : "tat"); say(); });
  }
})();
