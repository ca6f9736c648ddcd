// Chosen files are sent at once, in pieces, and go on where the line broke. Without scripts the form sends them whole.
"use strict";
(() => {
  const form = document.querySelector("form[data-sending]");
  if (!form) return;
  const { sending, place, list, script } = form.dataset;
  const input = form.querySelector("input[type=file]");
  const progress = form.querySelector("[data-progress]");
  const said = form.querySelector("[data-said]");
  const PIECE = 512 * 1024;
  const PAUSES = [0, 1000, 3000, 5000, 10000, 20000, 40000];
  const EXAMINED = 422;
  const HEAVY = 2 * 1024 * 1024;
  const LONG_SIDE = 3508; // A4 at 300 dpi: the server keeps no more
  form.querySelector("[data-plain]").hidden = true;

  // The library is fetched when somebody sends: nobody pays for it before.
  let fetched;
  const library = () => (fetched ??= new Promise((done, failed) => {
    const tag = Object.assign(document.createElement("script"), { src: script, onload: done, onerror: failed });
    document.head.append(tag);
  }).catch((fault) => { fetched = undefined; throw fault; }));

  // A heavy photo is made smaller before it goes over a slow line; what this browser can not draw goes as it is.
  const lighter = async (file) => {
    if (file.size <= HEAVY || !/^image\/(jpeg|png)$/.test(file.type)) return file;
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
      return small && small.size < file.size ? small : file;
    } catch {
      return file;
    }
  };

  const showList = async () => {
    const answer = await fetch(list, { headers: { "X-Requested-With": "fetch" } });
    if (answer.ok) document.getElementById("tep").innerHTML = await answer.text();
  };

  const line = (name) => {
    const item = document.createElement("li");
    const label = document.createElement("span");
    const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
    bar.setAttribute("aria-label", `Đang gửi ${name}`);
    label.textContent = name;
    item.append(label, bar);
    progress.append(item);
    return {
      tell: (part) => { bar.value = part; label.textContent = `${name}: ${Math.round(part)} %`; },
      gone: () => item.remove(),
      refused: (why) => { item.className = "error"; item.textContent = `${name}: ${why}`; },
      stopped: (again) => {
        label.textContent = `${name}: mạng bị gián đoạn, phần đã gửi được giữ lại.`;
        const button = Object.assign(document.createElement("button"), { type: "button", className: "button second", textContent: "Gửi tiếp" });
        const go = () => { removeEventListener("online", go); button.remove(); again(); };
        button.addEventListener("click", go);
        addEventListener("online", go);
        item.append(button);
      },
    };
  };

  const send = async (file) => {
    const shown = line(file.name);
    const data = await lighter(file);
    await new Promise((done) => {
      const finish = (words) => { shown.gone(); said.textContent = words; done(); };
      const upload = () => new tus.Upload(data, {
        endpoint: sending,
        chunkSize: PIECE,
        retryDelays: PAUSES,
        removeFingerprintOnSuccess: true,
        metadata: { filename: file.name, place },
        fingerprint: async () => ["tus", place, file.name, file.size, file.lastModified, data.size].join("/"),
        onProgress: (here, all) => shown.tell((100 * here) / all),
        onSuccess: () => finish(`Đã gửi ${file.name}.`),
        onError: (fault) => {
          const status = fault.originalResponse?.getStatus() ?? 0;
          if (status < 400 || status >= 500) return shown.stopped(go);
          const why = fault.originalResponse.getBody();
          if (status === EXAMINED) return finish(why); // the list says it, with the file
          shown.refused(why);
          done();
        },
      });
      const go = async () => {
        try {
          await library();
        } catch {
          return shown.stopped(go);
        }
        const next = upload();
        const [before] = await next.findPreviousUploads();
        if (before) next.resumeFromPreviousUpload(before);
        next.start();
      };
      go();
    });
  };

  let queue = Promise.resolve();
  const sendChosen = () => {
    for (const file of input.files) queue = queue.then(() => send(file)).then(showList);
    input.value = "";
  };
  input.addEventListener("change", sendChosen);
  sendChosen(); // over a slow line somebody chooses before this script is there
})();
