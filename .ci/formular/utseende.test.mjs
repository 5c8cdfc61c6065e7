// Every page as axe-core judges it and as people will see it: light, dark, in
// forced colours, 320 px wide and at 200 %.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { axe, browser, clinic, enter, review, settled, show, start } from "./program.mjs";

after(() => browser.close());

// ways are how a page is looked at. 200 % is half the window with twice the pixels.
const ways = {
  ljus: {},
  mork: { colorScheme: "dark" },
  kontrast: { forcedColors: "active" },
  smal: { viewport: { width: 320, height: 640 } },
  dubbel: { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
};

// pages are all pages: a name and how to come there.
const to = (path) => async (page, origin) => { await page.goto(origin + path); };
const pages = {
  lista: to("/"),
  ny: to("/ny"),
  granskning: to("/granskning/H2-001"),
  konsultation: to("/konsultation/H2-001"),
  uppfoljning: to("/uppfoljning/H2-001"),
  "saknas-helt": to("/finns-inte"),
  papper: async (page, origin) => {
    await page.goto(origin + "/plan/H2-001");
    await page.goto(await page.locator("aside iframe").evaluate((e) => e.src));
  },
  journal: async (page, origin) => {
    await page.goto(origin + "/plan/H2-001");
    const to = await page.evaluate(async () => {
      const body = new URLSearchParams(new FormData(document.getElementById("f")));
      body.append("gor", "journal");
      return (await fetch(document.getElementById("f").action, { method: "POST", body })).url;
    });
    await page.goto(to);
  },
};

// The steps are those that the page itself leads to.
async function steps(page, origin) {
  await page.goto(origin + "/plan/H2-001");
  const all = await page.locator("nav.steg button").evaluateAll((bs) => bs.map((b) => b.getAttribute("formaction")));
  for (const path of all) pages["plan-" + path.split("/").pop()] = to(path);
}

// judge is what axe-core finds wrong with a page, in a line each.
async function judge(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    iframes: false, // the paper is judged as a page of its own
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary.split("\n").slice(1).join(" ").trim()}`));
}

// wide tells whether a page is wider than its window.
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("the judge finds what is wrong", async () => {
  const page = await browser.newPage();
  await page.setContent('<html lang="sv"><title>Fel</title><main><h1>Fel</h1><input><p style="color:#ccc">Blek</p></main>');
  const found = (await judge(page)).join("\n");
  assert.match(found, /^label: input/m);
  assert.match(found, /^color-contrast: p/m);
  await page.close();
});

for (const [way, options] of Object.entries(ways)) {
  test("every page, " + way, { timeout: 300000 }, async (t) => {
    const folder = clinic(t, "H2-001", "H2-002", "H2-004", "H2-022", "H2-039");
    const program = await start(t, folder);
    const page = await enter(t, program, options);
    await steps(page, program.origin);
    assert.equal(Object.keys(pages).length, 18, "pages");
    const wrong = [];
    for (const [name, go] of Object.entries(pages)) {
      await go(page, program.origin);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = true; });
      for (const found of await judge(page)) wrong.push(`${name}: ${found}`);
      const over = await wide(page);
      if (over > 0) wrong.push(`${name}: ${over} px wider than the window`);
      await page.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = false; });
      await show(page, `${name}-${way}`);
    }
    assert.deepEqual(wrong, [], wrong.join("\n"));
  });
}

test("the pages that come when something is amiss", { timeout: 120000 }, async (t) => {
  const folder = clinic(t, "H2-001");
  const file = join(folder, "granskning", "H2-001.yaml");
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-001/viktigt");
  await page.locator("[name='plan.viktigt_för_mig']").fill("Att sjunga i kören");
  await settled(page);
  writeFileSync(file, review(folder, "H2-001").replace(/^  viktigt_för_mig:.*(?:\n    .*)*/m, "  viktigt_för_mig: Att gå ut"));
  await page.goto(program.origin + "/konflikt/H2-001");
  assert.deepEqual(await judge(page), []);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await wide(page), 0);
  await show(page, "konflikt-smal");
  await program.stop("SIGKILL");

  const again = await start(t, folder);
  const back = await enter(t, again);
  await back.goto(again.origin + "/plan/H2-001");
  assert.deepEqual(await judge(back), []);
  await show(back, "utkast");
  const stranger = await browser.newPage();
  await stranger.goto(again.origin + "/");
  assert.deepEqual(await judge(stranger), []);
  await show(stranger, "okand-webblasare");
  await stranger.close();
});

test("text spacing of WCAG 1.4.12 loses nothing", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const page = await enter(t, program, { viewport: { width: 320, height: 640 }, bypassCSP: true });
  await page.goto(program.origin + "/plan/H2-001");
  await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
  assert.equal(await wide(page), 0);
  const cut = await page.locator("main button, main label, nav button").evaluateAll((all) => all.filter((e) => e.offsetParent && !e.matches(".dold") && (e.scrollWidth > e.clientWidth + 1) && getComputedStyle(e).overflow !== "visible").map((e) => e.textContent));
  assert.deepEqual(cut, []);
});

test("nothing of a page is smaller to hit than 24 × 24", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const page = await enter(t, program, { viewport: { width: 320, height: 640 } });
  for (const path of ["/", "/ny", "/plan/H2-001/jag-gor", "/uppfoljning/H2-001"]) {
    await page.goto(program.origin + path);
    const small = await page.locator("button, summary, input[type=checkbox], input[type=radio]").evaluateAll((all) => all
      .filter((e) => e.checkVisibility() && !e.matches(".dold"))
      .map((e) => (e.matches("input") ? e.closest("label") ?? e : e))
      .map((e) => [e.getBoundingClientRect(), e.textContent.trim().slice(0, 40)])
      .filter(([r]) => r.width > 1 && (r.width < 24 || r.height < 24))
      .map(([r, what]) => `${what} ${Math.round(r.width)}×${Math.round(r.height)}`));
    assert.deepEqual(small, [], path);
  }
});
