// Compares the structure of papers as four programs see it: this program's own
// account (<name>.tags), the objects in the file by qpdf, poppler's
// pdfinfo -struct and, page by page, pdf.js. What stands on the pages is
// compared between this program, poppler and MuPDF. Usage: node struktur.mjs FOLDER
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// pdf.js lies in the folder where it was installed, not beside this file.
const require = createRequire(process.cwd() + "/");
const { getDocument } = await import(pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")));
const folder = process.argv[2];

// own is the roles in reading order, as this program tells them.
const own = (file) =>
  readFileSync(file, "utf8").split("\n").filter((l) => l && !l.startsWith("--- ")).map((l) => l.trim().split(" ")[0]);

// poppler is the same as poppler tells it. It shows an element of a line with
// what it is in brackets, one with attributes with a colon, and a link also as
// an object.
const poppler = (file) =>
  execFileSync("pdfinfo", ["-struct", file], { encoding: "utf8" }).split("\n").filter((l) => /^ *[A-Z]/.test(l) && !/^ *Object/.test(l)).map((l) => l.trim().split(" ")[0].replace(/:$/, ""));

// letters are the characters of a text, composed, without spaces, and in order
// of their codes: one program tells an element's own text before what is in it,
// another as it comes.
const letters = (text) => [...text.normalize("NFC").replace(/\s/gu, "")].sort();

// ownText is every character under an element, as this program tells them.
const ownText = (file) =>
  letters(readFileSync(file, "utf8").split("\n").filter((l) => !l.startsWith("--- ")).map((l) => l.replace(/^ *\w+( \[(lang|alt|numbering|scope|url|spans) [^\]]*\])*/, "")).join(""));

// popplerText is every character under an element, as poppler tells them.
const popplerText = (file) =>
  letters([...execFileSync("pdfinfo", ["-struct-text", file], { encoding: "utf8", maxBuffer: 1 << 26 }).matchAll(/^ *"(.*)"$/gm)].map((m) => m[1]).join("").replaceAll("\u00ad", ""));

// pageText is every character on the pages of a file, as a program writes them
// out: with the running heads and feet that no element has.
const pageText = (program, ...options) =>
  letters(execFileSync(program, options, { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] }).replaceAll("\u00ad", ""));

// objects are the file's, by "obj:1 0 R".
const objects = (file) =>
  JSON.parse(execFileSync("qpdf", ["--json=2", "--json-key=qpdf", file], { encoding: "utf8", maxBuffer: 1 << 28 })).qpdf[1];

// tree is the element of an object: its role, its kids, and the pages that its
// own content stands on.
function tree(all, ref, inherited) {
  const e = all["obj:" + ref].value;
  const page = e["/Pg"] ?? inherited;
  const node = { role: e["/S"].slice(1), kids: [], pages: new Set() };
  const kids = e["/K"] === undefined ? [] : Array.isArray(e["/K"]) ? e["/K"] : [e["/K"]];
  for (const k of kids) {
    if (typeof k === "number") node.pages.add(page);
    else if (typeof k === "object") node.pages.add(k["/Pg"] ?? page);
    else node.kids.push(tree(all, k, page));
  }
  return node;
}

// roles are the roles of a tree in reading order, those on one page if asked.
function roles(node, page) {
  if (page && !stands(node, page)) return [];
  return [node.role, ...node.kids.flatMap((k) => roles(k, page))];
}

const stands = (node, page) => node.pages.has(page) || node.kids.some((k) => stands(k, page));

// seen are the roles of a page as pdf.js tells them.
const seen = (node) => (node.role ? [node.role] : []).concat((node.children ?? []).flatMap(seen));

function same(file, who, got, want) {
  if (got.join(" ") === want.join(" ")) return;
  const i = want.findIndex((r, n) => r !== got[n]);
  console.error(`${file}: ${who} differs at element ${i}: ${got[i]} for ${want[i]} (${got.length} of ${want.length} elements)`);
  process.exitCode = 1;
}

let files = 0;
for (const name of readdirSync(folder).filter((n) => n.endsWith(".tags")).sort()) {
  const pdf = `${folder}/${name.replace(/\.tags$/, ".pdf")}`;
  const want = own(`${folder}/${name}`);
  const all = objects(pdf);
  const catalog = all["obj:" + all.trailer.value["/Root"]].value;
  const root = tree(all, all["obj:" + catalog["/StructTreeRoot"]].value["/K"][0]);
  same(pdf, "the file", roles(root), want);
  same(pdf, "poppler", poppler(pdf), want);
  same(pdf, "poppler's text", popplerText(pdf), ownText(`${folder}/${name}`));
  same(pdf, "MuPDF's text", pageText("mutool", "draw", "-q", "-F", "txt", pdf), pageText("pdftotext", "-raw", pdf, "-"));
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise;
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const ref = `${page.ref.num} ${page.ref.gen} R`;
    const got = seen(await page.getStructTree()).filter((r) => r !== "Root");
    same(`${pdf} page ${n}`, "pdf.js", got, roles(root, ref));
  }
  await document.destroy();
  files++;
}
if (files === 0) {
  console.error("no papers to compare");
  process.exitCode = 1;
}
console.log(`${files} papers have the same structure to four programs`);
