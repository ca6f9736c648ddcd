// Loads pages as a cheap telephone on a slow line does, and prints the two scores of each, with what cost points.
// node measure.mjs <chromium> <address>...

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, ...addresses] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic"];
const chrome = await launch({ chromePath, chromeFlags });
const measured = {};
try {
  for (const address of addresses) {
    const asked = { port: chrome.port, output: "json", onlyCategories: ["performance", "accessibility"] };
    const { lhr } = await lighthouse(address, asked);
    const lost = Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9)
      .map((audit) => `${audit.id} ${audit.displayValue ?? ""}`.trim());
    const score = (name) => Math.round(lhr.categories[name].score * 100);
    measured[address] = { performance: score("performance"), accessibility: score("accessibility"), lost };
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(measured));
