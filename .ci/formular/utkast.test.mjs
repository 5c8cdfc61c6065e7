// What was written is never lost: the program killed, the browser killed, two
// tabs, a file that somebody else changes, a folder that cannot be written.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { browser, clean, clinic, draft, enter, hasDraft, mortal, review, settled, show, slow, start, until } from "./program.mjs";

after(() => browser.close());

const id = "H2-001";
const words = "Att kunna plocka svamp med Åsa";

// matters opens the step where the patient's own words stand, and is its field.
async function matters(page, program, of = id) {
  await page.goto(program.origin + "/plan/" + of + "/viktigt");
  return page.locator("[name='plan.viktigt_för_mig']");
}

// onDisk is everything that the folder has of a patient, drafts and copies too.
function onDisk(folder) {
  const dir = join(folder, "granskning");
  return readdirSync(dir).filter((n) => n.includes(id)).map((n) => readFileSync(join(dir, n), "utf8")).join("\n");
}

test("the program is killed: the draft is offered, and what was written is there", async (t) => {
  const folder = clinic(t, id);
  const before = review(folder, id);
  const first = await start(t, folder);
  const page = await enter(t, first);
  await (await matters(page, first)).fill(words);
  const from = Date.now();
  await until("the draft is on the disk", () => hasDraft(folder, id) && readFileSync(draft(folder, id), "utf8").includes(words), 3000);
  t.diagnostic(`the draft is on the disk ${Date.now() - from} ms after the last key`);
  await first.stop("SIGKILL");
  assert.equal(review(folder, id), before);

  const second = await start(t, folder);
  const back = await enter(t, second);
  await back.goto(second.origin + "/plan/" + id);
  await back.getByRole("heading", { name: /Det finns ett utkast från/ }).waitFor();
  await show(back, "utkast-erbjuds");
  await back.getByRole("button", { name: "Fortsätt" }).click();
  const field = await matters(back, second);
  assert.equal(await field.inputValue(), words);
  clean(back);
});

test("the draft can be thrown away, and then the file is as it was", async (t) => {
  const folder = clinic(t, id);
  const before = review(folder, id);
  const first = await start(t, folder);
  const page = await enter(t, first);
  await (await matters(page, first)).fill(words);
  await until("a draft", () => hasDraft(folder, id));
  await first.stop("SIGKILL");
  const second = await start(t, folder);
  const back = await enter(t, second);
  await back.goto(second.origin + "/plan/" + id);
  await back.getByRole("button", { name: "Släng utkastet" }).click();
  await until("the draft is gone", () => !hasDraft(folder, id));
  assert.equal(review(folder, id), before);
  assert.doesNotMatch(await back.content(), new RegExp(words));
});

test("the browser is killed: what was written more than a second ago is there", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const own = await mortal(t);
  const page = await enter(t, program, {}, own.browser);
  const field = await matters(page, program);
  await field.fill("");
  await field.pressSequentially(words, { delay: 20 });
  await page.waitForTimeout(1100);
  own.kill();
  assert.match(onDisk(folder), new RegExp(words));
});

test("the tab is closed at once: the last words go along", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.context().newPage(); // so that the browser lives on
  await (await matters(page, program)).fill(words);
  await page.close({ runBeforeUnload: true });
  await until("the draft has it", () => onDisk(folder).includes(words));
});

test("somebody who types fast, to a program that answers slowly, loses no letter", { timeout: 60000 }, async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  const own = await matters(page, program);
  await slow(page, 300);
  const long = "Jag vill kunna gå ut med hunden varje morgon och sedan orka laga mat åt barnbarnen. ".repeat(2).trim();
  await own.fill("");
  await own.pressSequentially(long, { delay: 15 });
  const strengths = page.locator("[name='plan.styrkor']");
  await strengths.fill("");
  await strengths.pressSequentially("Simmar\nSjunger\nSnickrar", { delay: 15 });
  await settled(page, 3000);
  assert.equal(await own.inputValue(), long);
  assert.equal(await strengths.inputValue(), "Simmar\nSjunger\nSnickrar");
  const text = readFileSync(draft(folder, id), "utf8");
  assert.ok(text.includes(long));
  for (const word of ["Simmar", "Sjunger", "Snickrar"]) assert.match(text, new RegExp("- \"?" + word));
  clean(page);
});

test("an answer that never comes is told, and the words are sent again", { timeout: 60000 }, async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  const own = await matters(page, program);
  let held = false;
  await page.route("**/plan/**", (route) => (held || route.request().method() !== "POST" ? route.continue() : void (held = true)));
  await own.fill(words);
  await page.getByText(/Inte sparat/).first().waitFor({ timeout: 15000 });
  await page.unroute("**/plan/**");
  await until("it is saved", () => onDisk(folder).includes(words), 10000);
});

test("what is typed and a press at once: the press takes the words along, and Back comes back to them", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  await (await matters(page, program)).fill(words);
  await page.locator("nav.steg button").nth(4).click();
  await page.getByRole("heading", { level: 1, name: "Jag gör" }).waitFor();
  assert.match(onDisk(folder), new RegExp(words));
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Viktigt för mig" }).waitFor();
  assert.equal(await page.locator("[name='plan.viktigt_för_mig']").inputValue(), words);
  clean(page);
});

test("two tabs with different fields: both are kept", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const one = await enter(t, program);
  const two = await one.context().newPage();
  const own = await matters(one, program);
  await two.goto(program.origin + "/plan/" + id + "/viktigt");
  const strengths = two.locator("[name='plan.styrkor']");
  await own.fill(words);
  await settled(one);
  await strengths.fill("Spelar dragspel");
  await settled(two);
  const text = readFileSync(draft(folder, id), "utf8");
  assert.ok(text.includes(words) && text.includes("Spelar dragspel"), "one of the tabs lost its words");
});

test("two tabs with the same field: the second follows the first", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const one = await enter(t, program);
  const two = await one.context().newPage();
  const first = await matters(one, program), second = await matters(two, program);
  await first.fill(words);
  await until("the second shows it", async () => (await second.inputValue()) === words);
});

test("two browsers with the same field: the second is told, and both texts are kept", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const one = await enter(t, program);
  const two = await enter(t, await start(t, folder));
  const first = await matters(one, program), second = await matters(two, program);
  await first.fill(words);
  await settled(one);
  await second.fill("Att orka med trapporna");
  await settled(two);
  const all = onDisk(folder);
  assert.ok(all.includes(words) && all.includes("Att orka med trapporna"), "one of the texts is lost");
  await two.goto(program.origin + "/konflikt/" + id);
  await two.getByRole("heading", { name: "Planen finns i två versioner" }).waitFor();
  await show(two, "konflikt-flikar");
});

for (const choice of ["Välj allt i min", "Välj allt i filen"]) {
  test("the file is changed underneath: both are shown, and «" + choice + "» keeps the other", async (t) => {
    const folder = clinic(t, id);
    const file = join(folder, "granskning", id + ".yaml");
    const program = await start(t, folder);
    const page = await enter(t, program);
    await (await matters(page, program)).fill(words);
    await settled(page);
    const theirs = "Att gå till affären själv";
    writeFileSync(file, review(folder, id).replace(/^  viktigt_för_mig:.*(?:\n    .*)*/m, "  viktigt_för_mig: " + theirs));
    await page.getByRole("button", { name: "Ångra" }).waitFor();
    await page.goto(program.origin + "/konflikt/" + id);
    await page.getByRole("heading", { name: "Planen finns i två versioner" }).waitFor();
    const body = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    assert.ok(body.includes(words) && body.includes(theirs), body);
    await show(page, "konflikt");
    await page.getByRole("button", { name: choice }).click();
    await page.getByText("1 av 1 valda").waitFor(); // all is chosen, and seen before it is saved
    await page.getByRole("button", { name: "Spara valet" }).click();
    await until("the choice is in the file", () => review(folder, id).includes(choice.endsWith("min") ? words : theirs));
    const all = onDisk(folder);
    assert.ok(all.includes(words) && all.includes(theirs), "the version not chosen is gone");
    assert.equal(readdirSync(join(folder, "granskning")).filter((n) => n.startsWith("." + id + ".konflikt-")).length, 1);
  });
}

test("saving over a file that was changed goes to the two versions, not over it", async (t) => {
  const folder = clinic(t, id);
  const file = join(folder, "granskning", id + ".yaml");
  const program = await start(t, folder);
  const page = await enter(t, program);
  const field = await matters(page, program);
  await field.fill(words);
  await settled(page);
  const theirs = review(folder, id).replace(/^  viktigt_för_mig:.*(?:\n    .*)*/m, "  viktigt_för_mig: Något annat");
  writeFileSync(file, theirs);
  await page.locator("main button.prim").click();
  await page.getByRole("heading", { name: "Planen finns i två versioner" }).waitFor();
  assert.equal(review(folder, id), theirs);
});

test("the folder cannot be written: it is told, and saved when it can", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  const field = await matters(page, program);
  mkdirSync(join(draft(folder, id), "i vägen"), { recursive: true }); // no file can take its place
  await field.fill(words);
  await page.getByText(/Inte sparat/).first().waitFor();
  assert.equal(await field.inputValue(), words);
  await show(page, "inte-sparat");
  rmSync(draft(folder, id), { recursive: true });
  await until("it is saved without a new key", () => onDisk(folder).includes(words), 8000);
  await page.getByText(/[Ss]parat \d\d\.\d\d/).waitFor();
});

test("what people wrote in the file stays, byte for byte, where nothing was changed", async (t) => {
  const folder = clinic(t, id);
  const file = join(folder, "granskning", id + ".yaml");
  const before = "# Handskriven, med omsorg.\n" + review(folder, id).replace("\nplan:\n", "\nplan:   # det vi kom överens om\n");
  writeFileSync(file, before);
  const program = await start(t, folder);
  const page = await enter(t, program);
  await (await matters(page, program)).fill(words);
  await page.locator("main button.prim").click();
  await until("saved", () => review(folder, id).includes(words));
  const without = (s) => s.split("\n").filter((l) => !/viktigt_för_mig/.test(l));
  const was = without(before), is = without(review(folder, id));
  assert.deepEqual(is.filter((l) => !was.includes(l)), []);
  assert.ok(is.join("\n").startsWith("# Handskriven, med omsorg."));
  assert.ok(review(folder, id).includes("plan:   # det vi kom överens om"));
});

test("undo takes back what was done, and says so", async (t) => {
  const folder = clinic(t, id);
  const program = await start(t, folder);
  const page = await enter(t, program);
  const field = await matters(page, program);
  const before = await field.inputValue();
  await field.fill(words);
  await settled(page);
  await page.getByRole("button", { name: "Ångra" }).click();
  await until("the field is as before", async () => (await field.inputValue()) === before);
});

test("a file that cannot be read is told with its line, and is not touched", async (t) => {
  const folder = clinic(t, id);
  const file = join(folder, "granskning", id + ".yaml");
  const broken = "version: 1\npatient:\n  id: " + id + "\n   namn: [\n";
  writeFileSync(file, broken);
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/" + id);
  await page.getByText(/rad \d+/).first().waitFor();
  await show(page, "oläsbar-fil");
  assert.equal(review(folder, id), broken);
});
