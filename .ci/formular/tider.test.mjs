// How long a page takes with a thousand patients in the folder, and the paper
// while somebody types. Told, not judged: CI's machines are of all kinds.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { browser, clinic, enter, start, time } from "./program.mjs";

after(() => browser.close());

// crowd adds copies of a folder's reviews until there are a thousand.
function crowd(folder) {
  const dir = join(folder, "granskning");
  const all = readdirSync(dir).map((n) => readFileSync(join(dir, n), "utf8"));
  for (let n = all.length; n < 1000; n++) {
    const id = "T-" + String(n).padStart(4, "0");
    writeFileSync(join(dir, id + ".yaml"), all[n % all.length].replace(/^  id: .*$/m, "  id: " + id));
  }
}

test("times with a thousand patients", { timeout: 120000 }, async (t) => {
  const folder = clinic(t);
  crowd(folder);
  const program = await start(t, folder);
  const from = performance.now();
  const page = await enter(t, program);
  t.diagnostic(`the first page, the folder read: ${Math.round(performance.now() - from)} ms`);
  for (const path of ["/", "/plan/H2-039", "/plan/H2-039/jag-gor", "/uppfoljning/H2-039", "/papper/H2-039"]) {
    const ms = await time(() => page.evaluate((p) => fetch(p).then((r) => r.text()), path));
    t.diagnostic(`${path}: ${ms.toFixed(1)} ms`);
  }
  const search = await time(() => page.evaluate(() => fetch("/", { method: "POST", body: new URLSearchParams({ q: "T-0500" }) }).then((r) => r.text())));
  t.diagnostic(`search: ${search.toFixed(1)} ms`);

  await page.goto(program.origin + "/plan/H2-039/viktigt");
  let n = 0;
  const change = await time(() => page.evaluate(async (word) => {
    const form = document.getElementById("f");
    const body = new URLSearchParams(new FormData(form));
    body.set("plan.viktigt_för_mig", "Att orka " + word);
    body.append("gor", "utkast");
    const text = await (await fetch(form.action, { method: "POST", body, headers: { "X-Form": "1" } })).text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    form.elements.rev.value = fresh.querySelector("#f input[name=rev]")?.value ?? form.elements.rev.value;
  }, String(n++)));
  t.diagnostic(`a change, its draft on the disk, the page and its paper answered: ${change.toFixed(1)} ms`);

  const field = page.locator("[name='plan.viktigt_för_mig']");
  await page.reload();
  await field.fill("");
  const seen = await time(async () => {
    const word = "Ord" + n++;
    await field.fill(word);
    await page.evaluate(async (w) => {
      const there = () => document.querySelector("aside iframe")?.contentDocument?.body?.textContent.includes(w);
      for (const end = Date.now() + 5000; !there() && Date.now() < end;) await new Promise((r) => setTimeout(r, 5));
      if (!there()) throw new Error("the paper never showed " + w);
    }, word);
  }, 5);
  t.diagnostic(`from the last key to the paper on the screen: ${seen.toFixed(0)} ms, of which the page waits for more keys first`);
});
