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

  // When the session has ended meanwhile, the whole form goes to the server, which keeps it and asks for the password.
  addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail;
    if (ctx.response.status === 200 || ctx.response.status === 422) return;
    event.preventDefault();
    ctx.sourceElement.closest("form")?.requestSubmit();
  });
})();
