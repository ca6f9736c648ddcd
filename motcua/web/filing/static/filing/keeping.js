// Every field is kept on the server as it is typed: in order, once, and again until it is answered. Without scripts
// each press of a button keeps all of them.
"use strict";
(() => {
  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const said = document.querySelector("[data-kept]");
  const warning = document.querySelector("[data-idle-warning]");
  const MINUTE = 60_000;
  const QUIET = 700; // after the last letter
  const PATIENCE = 20_000; // for an answer
  const PAUSES = [1000, 2000, 5000, 10_000, 20_000, 30_000];
  const WARNED = 5 * MINUTE; // before the session ends
  const idle = form.dataset.idle * MINUTE;
  const store = `giu ${form.dataset.keep}`;
  const told = JSON.parse(form.dataset.told); // by page: the last turn that the server has
  const page = Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  const waiting = new Map(); // by name: values that no turn carries yet
  let turn = null; // what was sent and has no answer yet: its number and its fields
  let number = 0, tries = 0, busy = false, leaving = false, ended = false, answered = Date.now(), timer;
  form.elements.page.value = page;

  const NEVER = ["csrfmiddlewaretoken", "page", "number", "shown", "key"];
  const ours = (one) => one.form === form && one.name && one.type !== "submit" && !NEVER.includes(one.name);
  const ticked = (one) => /radio|checkbox/.test(one.type);
  const inputs = (name) => [...form.elements].filter((one) => one.name === name && one.type !== "submit");
  const values = (name) => inputs(name).filter((one) => !ticked(one) || one.checked).map((one) => one.value);
  const unanswered = () => [...new Map([...(turn?.fields ?? []), ...waiting])];
  const say = (words, waits) => { said.hidden = false; said.classList.toggle("waits", waits); said.textContent = words; };

  // What has no answer yet outlives a page that is loaded anew, in this tab alone.
  const remember = () => {
    const fields = unanswered();
    if (!fields.length) return sessionStorage.removeItem(store);
    sessionStorage.setItem(store, JSON.stringify({ page, number: number + (waiting.size && !leaving ? 1 : 0), fields }));
  };

  const send = (of, keepalive) => {
    const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, page, number: of.number });
    for (const [name, some] of of.fields) {
      body.append("fields", name);
      for (const value of some) body.append(name, value);
    }
    const signal = AbortSignal.timeout?.(PATIENCE);
    return fetch(form.dataset.keep, { method: "POST", body, keepalive, signal, headers: { "X-Requested-With": "fetch" } });
  };

  // One turn at a time; the last one before the page goes takes everything along.
  const tell = async (going = false) => {
    if (ended || leaving || (busy && !going) || !(turn || waiting.size)) return;
    if (going || !turn) {
      turn = { number: ++number, fields: unanswered() };
      waiting.clear();
    }
    const mine = turn;
    remember();
    busy = true;
    const answer = await send(mine, going).catch(() => null);
    busy = false;
    if (turn !== mine) return;
    if (answer?.ok) return kept(await answer.text());
    if ([401, 403].includes(answer?.status)) return signIn();
    if ([404, 409].includes(answer?.status)) return stop(answer.status === 409 ? await answer.text() : "Hồ sơ này không còn nữa.");
    say("Chưa lưu được, đang thử lại. Bạn cứ điền tiếp.", true);
    later(PAUSES[Math.min(tries++, PAUSES.length - 1)]);
  };
  const later = (pause) => { clearTimeout(timer); timer = setTimeout(tell, pause); };
  const kept = (time) => {
    turn = null;
    tries = 0;
    answered = Date.now();
    remember();
    say(`Đã lưu lúc ${time}.`, false);
    if (waiting.size) later(0);
  };
  const stop = (words) => { ended = true; sessionStorage.removeItem(store); say(words, true); };
  const signIn = () => {
    ended = true;
    say("Phiên làm việc đã hết. Điều vừa điền còn trên máy này. ", true);
    said.append(Object.assign(document.createElement("a"), { href: location.pathname, textContent: "Đăng nhập lại để lưu" }));
  };

  const touch = (one, pause) => {
    if (!ours(one)) return;
    waiting.set(one.name, values(one.name));
    const row = /^(o_[a-z_]+)-\d+-/.exec(one.name); // a row counts only with the number of rows
    if (row) waiting.set(`${row[1]}-count`, values(`${row[1]}-count`));
    remember();
    if (!turn) later(pause);
  };
  addEventListener("input", ({ target }) => touch(target, QUIET));
  addEventListener("change", ({ target }) => touch(target, 0));
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => { if (document.hidden) tell(true); });
  addEventListener("beforeunload", (event) => { if (!leaving && !ended && unanswered().length) event.preventDefault(); });

  // The form itself brings everything, as a turn of its own: what was told before it and comes late changes nothing.
  form.addEventListener("submit", () => {
    for (const one of form.elements) if (ours(one) && one.type !== "hidden") waiting.set(one.name, values(one.name));
    leaving = true;
    form.elements.number.value = ++number;
    remember();
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) { leaving = false; later(0); } });

  // The session ends after a while without a word: say so before, and let it be prolonged.
  setInterval(() => {
    const quiet = Date.now() - answered;
    if (quiet >= idle && !ended) signIn();
    warning.hidden = ended || quiet < idle - WARNED;
  }, MINUTE / 2);
  warning.querySelector("[data-stay]").addEventListener("click", async () => {
    const answer = await send({ number: 0, fields: [] }).catch(() => null);
    if (!answer?.ok) return answer && signIn();
    answered = Date.now();
    warning.hidden = true;
  });

  // What this tab could not tell before stands in the form again, unless the server has it by now.
  const before = JSON.parse(sessionStorage.getItem(store) ?? "null");
  sessionStorage.removeItem(store);
  if (!before || (told[before.page] ?? 0) >= before.number) return;
  for (const [name, some] of before.fields) {
    for (const one of inputs(name)) {
      if (ticked(one)) one.checked = some.includes(one.value);
      else if (one.type !== "hidden") one.value = some[0] ?? "";
    }
    if (inputs(name).length) waiting.set(name, some);
  }
  dispatchEvent(new Event("change"));
  remember();
  later(0);
})();
