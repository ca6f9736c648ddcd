// The client that browsers use, from outside: sends a file to `endpoint` and says in JSON what became of it.
// argv: endpoint, path of the file, its name, paper, cookie, size of a piece, breaks ("3": the line breaks three times)
import { createRequire } from "node:module";
import { readFileSync, statSync } from "node:fs";

const require = createRequire(new URL("../../../package.json", import.meta.url));
const tus = require("tus-js-client");
const [endpoint, path, name, place, cookie, piece, breaks] = process.argv.slice(2);

// A line that breaks in the middle of a piece: half of it goes out, then nothing more.
class BreakingStack extends tus.DefaultHttpStack {
  left = Number(breaks);
  createRequest(method, url) {
    const request = super.createRequest(method, url);
    const send = request.send.bind(request);
    request.send = (body) => {
      if (method !== "PATCH" || this.left === 0) return send(body);
      this.left -= 1;
      const going = send(body);
      setTimeout(() => request.abort(), 1);
      return Promise.race([going.then(() => { throw new Error("the line broke"); }), Promise.reject(new Error("the line broke"))]);
    };
    return request;
  }
}

let shown = 0, retries = 0;
const upload = new tus.Upload(readFileSync(path), {
  endpoint,
  chunkSize: Number(piece) || Infinity,
  retryDelays: Array(8).fill(50),
  metadata: { filename: name, place },
  headers: { Cookie: cookie },
  httpStack: new BreakingStack({}),
  onShouldRetry: (fault) => {
    const status = fault.originalResponse ? fault.originalResponse.getStatus() : 0;
    retries += 1;
    return status === 0 || status === 409 || status === 423 || status >= 500;
  },
  onProgress: (sent) => { shown = sent; },
  onError: (fault) => say({ done: false, status: fault.originalResponse?.getStatus() ?? 0, words: fault.originalResponse?.getBody() ?? String(fault) }),
  onSuccess: () => say({ done: true, url: upload.url, shown, retries, size: statSync(path).size }),
});
const say = (what) => process.stdout.write(JSON.stringify(what));
upload.start();
