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

  // What is typed is kept on the server two seconds after the last key and when the page is left; files go when chosen.
  const form = document.querySelector("form[data-draft]");
  const said = document.querySelector("[data-draft-says]");
  const typed = () => {
    const sent = new FormData(form);
    for (const [name, value] of [...sent]) if (value instanceof File) sent.delete(name);
    sent.set("keep", "1");
    return sent;
  };
  const keep = async () => {
    clearTimeout(waiting);
    waiting = 0;
    const answer = await fetch(form.action, { method: "POST", body: typed(), headers: { "HX-Request": "true" } }).catch(() => null);
    if (answer?.headers.get("HX-Trigger") === "locked") return form.dispatchEvent(new Event("locked", { bubbles: true }));
    const now = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false });
    said.textContent = answer?.status === 204 ? `Đã lưu nháp lúc ${now}.` : answer?.ok ? "" : "Chưa lưu được bản nháp; sẽ thử lại.";
    said.hidden = !said.textContent;
    if (!answer?.ok) waiting = setTimeout(keep, 5000);
  };
  let waiting = 0;
  form?.addEventListener("input", (event) => {
    if (event.target.id === "card") return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 2000);
  });
  addEventListener("pagehide", () => { if (waiting && !form.dataset.sent) navigator.sendBeacon(form.action, typed()); });

  // While somebody works here, what the scanner brought is asked for every few seconds; a desk left alone still locks.
  let touched = Date.now(), asking = false;
  for (const event of ["keydown", "pointermove", "focus"]) addEventListener(event, () => { touched = Date.now(); });
  setInterval(async () => {
    const panel = document.querySelector("#may-quet[data-asks^='/']");
    if (!panel || asking || document.hidden || Date.now() - touched > 60000) return;
    asking = true;
    const answer = await fetch(panel.dataset.asks, { headers: { "HX-Request": "true" } }).catch(() => null);
    asking = false;
    if (answer?.status !== 200 || panel.contains(document.activeElement)) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#may-quet");
    const names = (one) => [...one.querySelectorAll("[name=picked]")].map((each) => each.value).join() + one.querySelectorAll(".error").length;
    if (fresh && names(fresh) !== names(panel)) { panel.replaceWith(fresh); htmx.process(fresh); }
  }, 3000);
})();
