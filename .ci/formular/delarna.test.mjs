// The parts of the form: what is wrong, what does not go together, rows, the
// follow-up and the review of the journal. What is made here is read by the
// command line, and the other way round.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { browser, clean, clinic, enter, review, settled, show, start, until } from "./program.mjs";

after(() => browser.close());

// checked is all that kontrakt kontrollera says of a folder.
function checked(folder) {
  const { stdout, stderr } = spawnSync(process.env.KONTRAKT, ["kontrollera", folder, "--datum", "2025-09-15"], { encoding: "utf8" });
  return stdout + stderr;
}

// field is a control by its place in the file.
const field = (page, path) => page.locator(`[name='${path}']:is(input[type=text], textarea)`);
const answer = (page, name, value) => page.locator(`input[type=radio][name='${name}'][value='${value}']`);

// at opens a page about a patient of a clinic of its own.
async function at(t, id, path) {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + path);
  return { folder, page, program, id };
}

// save presses the filled button.
const save = async (page) => { await page.locator("main button.prim").click(); await settled(page, 300); };

for (const [what, path, place, value] of [
  ["a day that does not exist", "/plan/H2-001/overenskommelse", "plan.nästa_steg.när", "2025-13-40"],
  ["a follow-up before the plan", "/plan/H2-001/uppfoljning", "plan.uppföljning.datum", "2024-01-01"],
  ["a personnummer whose check digit is wrong", "/plan/H2-001/patient", "patient.personnummer", "19600412-9803"],
]) {
  test("as the field is left, " + what + " is told there and on top, in the words of the command line", async (t) => {
    const { folder, page } = await at(t, "H2-001", path);
    await field(page, place).fill(value);
    await page.keyboard.press("Tab");
    const said = page.locator(`.falt:has([name='${place}']) .felord`);
    await said.first().waitFor();
    assert.equal(await field(page, place).getAttribute("aria-invalid"), "true");
    assert.equal(await field(page, place).inputValue(), value);
    await page.locator(".ratta a").first().click();
    assert.equal(await page.evaluate(() => document.activeElement.name), place);
    await settled(page);
    await show(page, "fel-" + place.replace(/\W/g, "-"));
    const words = (await said.first().innerText()).replace(/^Fel:\s*/, "").split("\n")[0].trim().replace(/\.$/, ""); // here it is a sentence
    await save(page);
    const cli = checked(folder);
    assert.ok(cli.toLowerCase().includes(words.toLowerCase()), `${words}\nis not among\n${cli}`);
    clean(page);
  });
}

test("an obstacle without its «då» is told, and never printed as half a sentence", async (t) => {
  const { page } = await at(t, "H2-001", "/plan/H2-001/jag-gor");
  const row = page.locator("li.rad:has(input[type=checkbox]:checked)").first();
  await row.locator("details").evaluate((d) => { d.open = true; });
  await row.locator("[name$='|hinder']").fill("det är is på trappan");
  await page.keyboard.press("Tab");
  await settled(page);
  assert.match(await row.innerText(), /då/);
  await page.locator(".ratta").waitFor();
  const paper = await page.frameLocator("aside iframe").locator("body").innerText();
  assert.doesNotMatch(paper, /is på trappan/);
  clean(page);
});

test("a collision shows all its ways out, and what is chosen is in the file", async (t) => {
  const folder = clinic(t, "H2-039");
  const file = join(folder, "granskning", "H2-039.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("  val:\n    bt-betablockerare-kol: behåll\n", ""));
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-039");
  const clash = page.locator("fieldset.krock").first();
  assert.ok((await clash.locator("input[type=radio]").count()) >= 2);
  assert.equal(await clash.locator("input[type=radio]:checked").count(), 0, "nothing is chosen in advance");
  await show(page, "krock");
  await clash.locator("input[value='behåll']").check();
  await settled(page);
  await save(page);
  await until("it is in the file", () => /bt-betablockerare-kol: "?behåll/.test(review(folder, "H2-039")));
  clean(page);
});

test("rows: one is added, moved and removed, the focus goes along, and the others keep their words", async (t) => {
  const { folder, page } = await at(t, "H2-001", "/plan/H2-001/jag-gor");
  const before = await page.locator("li.rad.egen").count();
  await page.getByLabel(/^Med .* ord$/).last().fill("Jag läser en bok om dagen");
  await page.getByRole("button", { name: "Lägg till raden" }).click();
  await until("the row is there", async () => (await page.locator("li.rad.egen").count()) === before + 1);
  await until("the focus is in the row", () => page.evaluate(() => document.activeElement.closest("li.rad.egen, .form") !== null));
  const row = page.locator("li.rad.egen").last();
  await row.locator("details").evaluate((d) => { d.open = true; });
  const texts = () => page.locator("li.rad").evaluateAll((all) => all.flatMap((r) => [...r.querySelectorAll("input[type=text]")].map((i) => i.value)).filter(Boolean).sort());
  const words = await texts();
  await row.getByRole("button", { name: /Flytta upp/ }).click();
  await settled(page);
  assert.deepEqual(await texts(), words, "a row lost words when it was moved");
  const moved = page.locator("li.rad:has(input[value='Jag läser en bok om dagen'])");
  await moved.locator("details").evaluate((d) => { d.open = true; });
  await moved.getByRole("button", { name: /Ta bort/ }).last().click();
  await until("the row is gone", async () => (await moved.count()) === 0);
  assert.deepEqual(await texts(), words.filter((w) => w !== "Jag läser en bok om dagen"));
  await save(page);
  assert.doesNotMatch(review(folder, "H2-001"), /läser en bok/);
  clean(page);
});

test("the follow-up is written as the report reads it", async (t) => {
  const { folder, page } = await at(t, "H2-001", "/uppfoljning/H2-001");
  for (const [n, said] of Object.entries({ 1: "ja", 2: "delvis", 3: "ja", 4: "nej", 5: "ja", 6: "ja", 7: "delvis" })) {
    await answer(page, "uppföljning[0].sju_frågor." + n, said).check();
  }
  await field(page, "uppföljning[0].kontakter").fill("31");
  await save(page);
  await until("it is in the file", () => /kontakter: "?31/.test(review(folder, "H2-001")));
  const text = review(folder, "H2-001");
  assert.match(text, /uppföljning:\n\s+- datum: "?2025-09-15/);
  assert.match(text, /4: "?nej/);
  assert.doesNotMatch(checked(folder), /fel:|uppföljning/);
  clean(page);
});

test("the review of the journal: a patient without anything is reviewed and goes on", async (t) => {
  const { folder, page } = await at(t, "H2-004", "/granskning/H2-004");
  await answer(page, "granskning.journalförd_överenskommelse", "oklart").check();
  await answer(page, "granskning.steg2", "ja").check();
  await settled(page);
  await save(page);
  await until("it is in the file", () => /journalförd_överenskommelse: "?oklart/.test(review(folder, "H2-004")));
  assert.match(review(folder, "H2-004"), /steg2: "?ja/);
  clean(page);
});

test("with something missing, Skriv ut says what and prints nothing", async (t) => {
  const folder = clinic(t, "H2-001");
  const file = join(folder, "granskning", "H2-001.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^  överenskommelse:.*(?:\n    .*)*\n/m, ""));
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-001");
  await page.getByRole("button", { name: "Skriv ut" }).click();
  await until("the focus is at Saknas", () => page.evaluate(() => document.activeElement.id === "saknas"));
  await show(page, "saknas");
  assert.match(await page.locator("aside").innerText(), /[Öö]verenskommelse/);
  assert.equal(page.context().pages().length, 1);
  clean(page);
});

test("a plan made by hand and one made here are told alike by the command line", async (t) => {
  const { folder, page } = await at(t, "H2-001", "/plan/H2-001/viktigt");
  const before = checked(folder);
  await field(page, "plan.viktigt_för_mig").fill("Att kunna gå: till sjön # med båten");
  await save(page);
  assert.ok(review(folder, "H2-001").includes("till sjön # med båten"));
  assert.equal(checked(folder), before);
});
