// At the counter: the list of procedures by keyboard, and nothing lost when the answer is another page.
"use strict";
(() => {
  const picks = () => [...document.querySelectorAll("#tim-thay .pick")];

  // From the search field, Enter takes the first procedure and the arrows walk through the list.
  addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.isComposing || !(target instanceof Element)) return;
    const found = picks();
    const at = target.id === "tim" ? -1 : found.indexOf(target);
    if (!found.length || (at < 0 && target.id !== "tim")) return;
    if (key === "Enter" && at < 0) { event.preventDefault(); found[0].click(); }
    if (key === "ArrowDown") { event.preventDefault(); found[Math.min(at + 1, found.length - 1)].focus(); }
    if (key === "ArrowUp") { event.preventDefault(); (at > 0 ? found[at - 1] : document.getElementById("tim")).focus(); }
  });

  // What the server could not answer changes nothing on the page; a sentence says so.
  const silent = (yes) => { document.getElementById("khong-tra-loi").hidden = !yes; };
  addEventListener("htmx:before:swap", (event) => {
    const failed = event.detail.ctx.response.status >= 400;
    if (failed) event.preventDefault();
    silent(failed);
  });
  addEventListener("htmx:error", () => silent(true));
})();
