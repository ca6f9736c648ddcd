// Loads pages as a cheap telephone on a slow line does, and prints the two scores of each, with what cost points.
// node measure.mjs <chromium> <address>...

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, ...addresses] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic"];
const chrome = await launch({ chromePath, chromeFlags });
const found = {};
try {
  for (const address of addresses) {
    const lhr = await measured(address, chrome.port);
    const lost = Object.values(lhr.audits)
      .filter((audit) => audit.errorMessage || (audit.score !== null && audit.score < 0.9))
      .map((audit) => `${audit.id} ${audit.errorMessage ?? audit.displayValue ?? ""}`.trim());
    const score = (name) => Math.round(lhr.categories[name].score * 100);
    found[address] = { performance: score("performance"), accessibility: score("accessibility"), lost };
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(found));

// A browser that has just started, on a busy machine, may break a measurement off: that one says nothing.
async function measured(address, port, tries = 3) {
  const asked = { port, output: "json", onlyCategories: ["performance", "accessibility"] };
  const { lhr } = await lighthouse(address, asked);
  return lhr.categories.performance.score === null && tries > 1 ? measured(address, port, tries - 1) : lhr;
}
