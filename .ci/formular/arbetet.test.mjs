// The whole task, from an empty page to a printed plan: with the mouse, with
// the keyboard alone, and without script.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { browser, clean, clinic, enter, pictures, review, settled, show, start, until } from "./program.mjs";

after(() => browser.close());

const said = {
  name: "Anna Exempel",
  diagnosis: "kol",
  matters: "Att orka gå i trappor med barnbarnen.",
  agreement: "Vi provar det här och ses igen om sex veckor.",
  what: "Besök hos sjuksköterskan",
  when: "2025-09-29 10.00",
};

// Hand does what a person does, and counts it: a filled field and a press are
// one each, the patient's own words none.
class Hand {
  constructor(page) { Object.assign(this, { page, count: 0 }); }
  async press(on) { this.count++; await on.click(); await this.calm(); }
  async tick(on) { this.count++; await on.check(); await this.calm(); }
  async write(on, text) { this.count++; await on.fill(text); }
  async own(on, text) { await on.fill(text); }
  async calm() { await this.page.waitForTimeout(150); await this.page.waitForLoadState("networkidle"); }
}

// on is what the page has: fields by their place in the file.
const on = (page) => ({
  field: (path) => page.locator(`[name='${path}']:is(input[type=text], textarea)`),
  diagnosis: (of) => page.locator(`input[type=checkbox][value='${of}']`),
  line: (list) => page.locator(`input[type=checkbox][name^='plan.${list}+']`).first(),
  go: () => page.locator("main button.prim"),
  step: (name) => page.getByRole("heading", { level: 1, name }),
});

// task is the least that makes a plan that can be printed.
async function task(page, hand) {
  const it = on(page);
  await hand.press(page.getByRole("link", { name: "Ny plan" }));
  await it.step("Ny plan").waitFor();
  await hand.write(it.field("patient.namn"), said.name);
  await hand.tick(it.diagnosis(said.diagnosis));
  await hand.press(it.go());
  await hand.own(it.field("plan.viktigt_för_mig"), said.matters);
  await hand.press(it.go());
  await hand.own(it.field("plan.överenskommelse"), said.agreement);
  await hand.write(it.field("plan.nästa_steg.vad"), said.what);
  await hand.write(it.field("plan.nästa_steg.när"), said.when);
  await hand.press(it.go());
  await hand.tick(it.line("jag_gör"));
  await hand.press(it.go());
  await hand.tick(it.line("vården_gör"));
}

// made is the review that the form has made, and its id.
function made(folder) {
  const [name] = readdirSync(join(folder, "granskning")).filter((n) => /^[^.].*\.yaml$/.test(n));
  return { id: name.replace(".yaml", ""), text: readFileSync(join(folder, "granskning", name), "utf8") };
}

// prints holds a review against what was said, and makes its contract with the
// command line as well.
function prints(folder) {
  const { id, text } = made(folder);
  for (const words of Object.values(said)) assert.ok(text.includes(words), words);
  const out = execFileSync(process.env.KONTRAKT, ["skapa", join(folder, "granskning", id + ".yaml"), "--datum", "2025-09-15", "--format", "txt", "--ut", "-"], { encoding: "utf8" });
  assert.match(out, /Att orka gå i trappor med barnbarnen\./);
  return id;
}

// empty is a working folder without patients.
const empty = (t) => clinic(t, "ingen");

test("with the mouse: at most twelve things to do, and the paper comes out", async (t) => {
  const folder = empty(t);
  const page = await enter(t, await start(t, folder));
  const hand = new Hand(page);
  await task(page, hand);
  await settled(page);
  await show(page, "plan-klar");
  const printed = page.context().waitForEvent("page");
  await hand.press(page.getByRole("button", { name: "Skriv ut" }));
  const paper = await printed;
  await paper.waitForLoadState();
  t.diagnostic(hand.count + " interactions");
  assert.ok(hand.count <= 12, hand.count + " interactions");
  await until("the review is saved", () => readdirSync(join(folder, "granskning")).some((n) => /^[^.].*\.yaml$/.test(n)));
  prints(folder);
  clean(page);
});

test("print to PDF and save as PDF give the paper of the command line", async (t) => {
  const folder = clinic(t, "H2-001");
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-001");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara PDF" }).click();
  const saved = await (await download).path();
  assert.match((await download).suggestedFilename(), /^H2-001-kontrakt\.pdf$/);
  const out = join(folder, "ut");
  execFileSync(process.env.KONTRAKT, ["skapa", join(folder, "granskning", "H2-001.yaml"), "--datum", "2025-09-15", "--ut", out, "--tyst"]);
  assert.deepEqual(readFileSync(saved), readFileSync(join(out, "H2-001-kontrakt.pdf")));

  await page.goto(program.origin + "/papper/H2-001"); // the paper as HTML, printed by the browser
  if ((await page.locator("h1").count()) > 0) {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    writeFileSync(join(folder, "tryckt.pdf"), pdf);
    if (pictures) writeFileSync(join(pictures, "tryckt.pdf"), pdf);
    const text = execFileSync("pdftotext", [join(folder, "tryckt.pdf"), "-"], { encoding: "utf8" });
    assert.match(text, /Ditt nästa steg/);
  }
});

/* ---- Keyboard ---- */

// tab goes to the next thing in order until it is the one wanted, and sees to
// that each one shows that it is there.
async function tab(page, wanted, how = "Tab") {
  for (let n = 0; n < 250; n++) {
    await page.keyboard.press(how);
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const shown = [e, e.nextElementSibling, e.parentElement].some((x) => {
        const s = x && getComputedStyle(x);
        return s && (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== "none");
      });
      return { body: e === document.body, shown, what: e.outerHTML.slice(0, 120) };
    });
    if (!at.body && !at.what.startsWith("<iframe")) assert.ok(at.shown, "the focus cannot be seen on " + at.what);
    if (await wanted.evaluate((e) => e === document.activeElement).catch(() => false)) return;
  }
  assert.fail("Tab never came to " + wanted);
}

// Keys is a Hand that has no mouse.
class Keys extends Hand {
  async press(target) { this.count++; await tab(this.page, target); await this.page.keyboard.press("Enter"); await this.calm(); }
  async tick(target) { this.count++; await tab(this.page, target); await this.page.keyboard.press("Space"); await this.calm(); }
  async write(target, text) { this.count++; await this.own(target, text); }
  async own(target, text) { await tab(this.page, target); await this.page.keyboard.press("Control+A"); await this.page.keyboard.type(text); }
}

test("with the keyboard alone: the same task, and the focus is always seen", async (t) => {
  const folder = empty(t);
  const page = await enter(t, await start(t, folder));
  const hand = new Keys(page);
  await task(page, hand);
  await settled(page);
  const printed = page.context().waitForEvent("page");
  await hand.press(page.getByRole("button", { name: "Skriv ut" }));
  await printed;
  await until("the review is saved", () => readdirSync(join(folder, "granskning")).some((n) => /^[^.].*\.yaml$/.test(n)));
  prints(folder);
  clean(page);
});

test("Enter in a field saves and does no harm", async (t) => {
  const folder = clinic(t, "H2-001");
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-001/jag-gor");
  const rows = await page.locator("li.rad").count();
  const field = page.locator("li.rad details[open] input[type=text], li.rad input[type=text]").first();
  await field.evaluate((e) => e.closest("details")?.setAttribute("open", ""));
  await field.focus();
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.locator("li.rad").count(), rows);
  await on(page).step("Jag gör").waitFor();
});

test("a new step begins at its heading", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-001");
  await page.locator("nav.steg button").nth(4).click();
  await on(page).step("Jag gör").waitFor();
  await until("the heading has focus", () => page.evaluate(() => document.activeElement.tagName === "H1"));
});

/* ---- Without script ---- */

test("without script: the same task with forms and pages", async (t) => {
  const folder = empty(t);
  const page = await enter(t, await start(t, folder), { javaScriptEnabled: false });
  const hand = new Hand(page);
  await task(page, hand);
  await hand.press(page.getByRole("button", { name: "Skriv ut" })); // saves; something may still be asked for
  await page.waitForLoadState();
  await until("the review is saved", () => readdirSync(join(folder, "granskning")).some((n) => /^[^.].*\.yaml$/.test(n)));
  prints(folder);
  t.diagnostic(hand.count + " interactions");
  assert.ok(hand.count <= 12, hand.count + " interactions");
  clean(page);
});

test("without script the text for the record stands in a field to copy", async (t) => {
  const folder = clinic(t, "H2-001");
  const program = await start(t, folder);
  const page = await enter(t, program, { javaScriptEnabled: false });
  await page.goto(program.origin + "/plan/H2-001");
  await page.getByRole("button", { name: "Kopiera journaltext" }).click();
  const text = await page.locator("textarea.journal").inputValue();
  assert.match(text, /^Överenskommelse\n/);
  assert.match(text, /\nPlan-id H2-001, utgåva/);
  await show(page, "journaltext");
});

test("with script the text for the record is on the clipboard, and that is said", async (t) => {
  const folder = clinic(t, "H2-001");
  const program = await start(t, folder);
  const page = await enter(t, program, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(program.origin + "/plan/H2-001");
  await page.getByRole("button", { name: "Kopiera journaltext" }).click();
  await page.locator("[role=status]", { hasText: "Journaltexten är kopierad." }).waitFor({ state: "attached" });
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Överenskommelse\r?\n/);
  clean(page);
});

test("the list: search finds by name and id and leaves nothing in the address; names can be hidden", async (t) => {
  const folder = clinic(t);
  const page = await enter(t, await start(t, folder));
  await page.getByRole("searchbox").fill("H2-022");
  await page.getByRole("button", { name: "Sök" }).click();
  await page.getByRole("link", { name: /./ }).and(page.locator("tbody a")).first().waitFor();
  assert.equal(await page.locator("tbody a").count(), 1);
  assert.doesNotMatch(page.url(), /H2-022|\?/);
  const name = review(folder, "H2-022").match(/^  namn: *"?(.*?)"?$/m)[1];
  await page.getByRole("button", { name: "Dölj namnen" }).click();
  await page.getByRole("button", { name: "Visa namnen" }).waitFor();
  assert.ok(!(await page.content()).includes(name));
  await show(page, "lista-utan-namn");
  clean(page);
});
