// The tablet at a counter: asks whoever was just served, keeps a tap until the server has it, forgets after 30 seconds.
"use strict";
(() => {
  const QUIET = 30000, EVERY = 4000, KEY = "taps", DAY = 86400000;
  const body = document.body, part = name => document.querySelector(`[data-${name}]`);
  const asks = document.querySelector("[name=asks]");
  let over = asks.value && sessionStorage.over === asks.value ? asks.value : "", shown = "", level = "", timer = 0;

  const kept = () => { try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch { return []; } };
  const keep = taps => localStorage.setItem(KEY, JSON.stringify(taps));
  const show = name => {
    shown = name;
    for (const each of ["idle", "ask", "why"]) part(each).hidden = each !== name;
    clearTimeout(timer);
    if (name !== "idle") timer = setTimeout(rest, QUIET);
  };
  const rest = () => { over = asks.value; sessionStorage.over = over; show("idle"); };
  const online = yes => { part("offline").hidden = yes; };

  // Sent one after the other; the server takes the same tap twice without harm. What it refuses is not sent again.
  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let taps = kept().filter(each => Date.now() - each.at < DAY); taps.length; taps = kept()) {
        const form = new URLSearchParams({ asks: taps[0].asks, level: taps[0].level });
        for (const each of taps[0].reasons) form.append("reasons", each);
        const answer = await fetch(body.dataset.tap, { method: "POST", body: form, headers: { Accept: "application/json" } });
        if (answer.status >= 500) throw new Error(answer.status);
        keep(kept().slice(1));
      }
      online(true);
    } catch { online(false); } finally { sending = false; }
  };
  const tap = reasons => { keep([...kept(), { asks: asks.value, level, reasons, at: Date.now() }]); send(); };

  part("ask").addEventListener("submit", event => {
    event.preventDefault();
    level = event.submitter.value;
    tap([]);
    for (const each of part("why").querySelectorAll("[aria-pressed]")) each.setAttribute("aria-pressed", "false");
    show("why");
    part("why").querySelector("button").focus();
  });
  part("why").addEventListener("click", event => {
    const why = event.target.closest("[aria-pressed]");
    if (why) why.setAttribute("aria-pressed", String(why.getAttribute("aria-pressed") !== "true"));
    if (!event.target.closest("[data-done]")) return;
    const reasons = [...part("why").querySelectorAll("[aria-pressed=true]")].map(each => each.value);
    if (reasons.length) tap(reasons);
    rest();
  });

  const look = async () => {
    try {
      const answer = await fetch(body.dataset.turn, { headers: { Accept: "application/json" } });
      if (answer.ok && shown !== "why") {
        const now = (await answer.json()).asks;
        const pending = kept().some(each => each.asks === now);
        if (now && now !== over && !pending) { if (asks.value !== now || shown !== "ask") { asks.value = now; show("ask"); } }
        else if (shown !== "idle") show("idle");
      }
      if (kept().length) await send(); else online(true);
    } catch { online(false); }
  };
  show(part("ask").hidden || over ? "idle" : "ask");
  setInterval(look, EVERY);
  look();
})();
