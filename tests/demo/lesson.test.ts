// A lesson is a link: what a teacher fills in is what a student sees, and what a student hands in is what the teacher sees.
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { typeOn } from "./use-page";
import { missingBrowser, useSite } from "./visit";

const still = { reducedMotion: "reduce" } as const;
const bar = (page: Page) => page.getByRole("complementary", { name: "Lesson" });
const fragmentOf = (page: Page) => new URL(page.url()).hash;

/** The link that the editor shows, once it has a part. */
async function linkWith(page: Page, part: string): Promise<string> {
  const link = page.locator(".out a");
  await expect.poll(() => link.getAttribute("href")).toContain(part);
  const address = (await link.getAttribute("href")) ?? "";
  return address.slice(address.indexOf("#"));
}

/** What each control that can be left out looks like, on the page that has it. */
const controls: readonly (readonly [string, string, (page: Page) => Locator])[] = [
  ["learn/1", "guess", (page) => page.getByRole("button", { name: "Guess first, without the dots" })],
  ["learn/1", "columns", (page) => page.getByRole("group", { name: "Least squares on these columns" })],
  ["learn/2", "interaction", (page) => page.getByRole("slider", { name: "interaction k" })],
  ["learn/2", "lock", (page) => page.getByRole("checkbox", { name: "keep my lines parallel" })],
  ["learn/3", "inputs", (page) => page.getByRole("slider", { name: "balance", exact: true })],
  ["learn/4", "notations", (page) => page.locator(".notations")],
  ["learn/4", "slopes", (page) => page.getByRole("checkbox", { name: /^Show slopes/ })],
  ["learn/5", "rate", (page) => page.getByRole("slider", { name: "Learning rate" })],
  ["learn/5?step=0", "weights", (page) => page.getByRole("slider", { name: /^weight from balance/ }).first()],
  ["learn/5", "starts", (page) => page.getByText("Two neurons are enough to say it.")],
  ["learn/6", "guess", (page) => page.getByRole("button", { name: "Skip the guess" })],
  ["learn/6?shown=1", "years", (page) => page.getByRole("slider", { name: /^How long you would wait/ })],
  ["table?data=customers", "target", (page) => page.getByRole("radio", { name: "predict balance" })],
  ["table?data=customers", "kinds", (page) => page.getByRole("combobox", { name: "kind of balance" })],
  ["table?data=customers", "shuffle", (page) => page.getByText("Shuffle the target")],
  ["table?data=customers", "download", (page) => page.getByRole("button", { name: "Download the model" })],
  ["table?data=customers", "code", (page) => page.getByRole("region", { name: /TypeScript/ })],
  ["playground", "data", (page) => page.getByRole("radio", { name: "circle" })],
  ["playground", "layers", (page) => page.getByRole("button", { name: "+ layer" })],
  ["playground", "activation", (page) => page.getByLabel("f(x) =")],
  ["playground", "optimizer", (page) => page.getByRole("combobox", { name: "Optimizer" })],
  ["playground", "regularisation", (page) => page.getByRole("combobox", { name: "Penalty" })],
  ["playground", "plugin", (page) => page.getByText("As a plugin")],
];

describeWith(missingBrowser, "a lesson", () => {
  const site = useSite();

  it("is made by keyboard, and its link shows it", async () => {
    const { page, leave } = await site.open("#lesson");
    await page.getByRole("combobox", { name: "Page" }).selectOption("learn/5");
    await page.getByRole("textbox", { name: /^Task, in your words/ }).focus();
    await page.keyboard.type("Free the network: 100 % & no more?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0.88");
    await page.keyboard.press("Tab");
    await page.keyboard.type("100");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const address = await linkWith(page, "steps=100");
    expect(address).toContain("hide=rate");
    await leave();

    const lesson = await site.open(address);
    expect(await bar(lesson.page).textContent()).toContain("Free the network: 100 % & no more?");
    expect(await bar(lesson.page).textContent()).toContain("Goal: a held-out R² of 0.88 in at most 100 steps.");
    await lesson.leave();
  });

  it("says what cannot be a goal, and gives no link", async () => {
    const { page, leave } = await site.open("#lesson");
    await page.getByLabel(/^Held-out R² to reach/).fill("much");
    await page.getByText("The score to reach is a number up to 1, such as 0.88.").waitFor();
    expect(await page.locator(".out").count()).toBe(0);
    // where no score is reached none is asked for
    await page.getByRole("combobox", { name: "Page" }).selectOption("learn/4");
    expect(await page.getByLabel(/^Held-out R² to reach/).count()).toBe(0);
    await page.locator(".out a").waitFor();
    await leave();
  });

  it("begins as its teacher set the page", async () => {
    const { page, leave } = await site.open("#lesson");
    const from = page.getByLabel(/^Begin as this address says/);
    await from.fill("#nowhere");
    await page.getByText("This is no address of the page above.").waitFor();
    await from.fill(`${site.address}#learn/2?k=0.25&lock=off`);
    const address = await linkWith(page, "k=0.25");
    await leave();
    const lesson = await site.open(`${address}&task=Look`);
    expect(await lesson.page.getByRole("slider", { name: "interaction k" }).inputValue()).toBe("0.25");
    expect(await lesson.page.getByRole("checkbox", { name: "keep my lines parallel" }).isChecked()).toBe(false);
    await lesson.leave();
  });

  it("leaves the goal of chapter 3 to it", async () => {
    const { page, leave } = await site.open("#learn/3?goal=either", still);
    await page.getByRole("radio", { name: "rich and working", exact: true }).check();
    await page.waitForFunction(() => location.hash.includes("goal=both"));
    expect(await bar(page).count()).toBe(0);
    await leave();
  });

  it("is embedded without the site around it", async () => {
    const { page, leave } = await site.open("#learn/2?embed&task=Look");
    expect(await page.locator("header").count()).toBe(0);
    expect(await bar(page).textContent()).toContain("Look");
    await leave();
  });

  it.each(controls)("of %s leaves out what it hides: %s", async (way, name, control) => {
    const { page, leave } = await site.open(`#${way}`, still);
    await control(page).waitFor();
    await page.goto("about:blank");
    await page.goto(`${site.address}#${way}${way.includes("?") ? "&" : "?"}hide=${name}`);
    await page.locator("h1").first().waitFor();
    // what comes with the control, or after it, is there
    await page.waitForLoadState("networkidle");
    await expect.poll(() => control(page).count()).toBe(0);
    await leave();
  });

  it("stays solved where a training passes the goal in time and goes on", async () => {
    const { page, leave } = await site.open("#playground?goal=0.5&steps=200");
    await page.getByText("The training is over.").waitFor();
    expect(await bar(page).locator(".solved").textContent()).toMatch(/^✓ The goal is reached: 0\.5\d at step \d+\.$/);
    await leave();

    const late = await site.open("#playground?goal=0.5&steps=20");
    await late.page.getByText("The training is over.").waitFor();
    await bar(late.page).getByText("Now 0.75 after 1500 steps.").waitFor();
    await late.leave();
  });

  it("holds a goal against the frames of the chapter on repetition, and against right answers of groups", async () => {
    const { page, leave } = await site.open("#learn/5?lane=B&goal=0.88&steps=200");
    await bar(page)
      .getByText(/The goal is reached: 0\.88 at step 1\d\d/)
      .waitFor();
    await leave();
    const groups = await site.open("#playground?set=xor&layer=4+tanh(x)&goal=0.9");
    await bar(groups.page).getByText("Goal: 0.90 of the held-out rows right.").waitFor();
    await bar(groups.page).getByText("The goal is reached").waitFor();
    await groups.leave();
  });

  it("begins as its link says, not as the reader left the chapter before", async () => {
    const { page, leave } = await site.open("#learn/4", still);
    const weight = page.getByRole("slider", { name: /^weight from .* to output/ }).first();
    const before = await weight.getAttribute("aria-valuenow");
    await weight.focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => location.hash.includes("w="));
    await page.goto("about:blank");
    await page.goto(`${site.address}#learn/4?task=Look`);
    await weight.waitFor();
    expect(await weight.getAttribute("aria-valuenow")).toBe(before);
    await leave();
  });

  it("carries the table of its teacher to the playground, and the student's weights back", async () => {
    const { page, leave } = await site.open("#lesson", still);
    await page.getByRole("combobox", { name: "Page" }).selectOption("playground");
    await page.getByRole("textbox", { name: /^Task, in your words/ }).fill("Bend it");
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${(i * 5) % 11},${(i % 7) * ((i * 5) % 11)}`);
    await page.getByRole("textbox", { name: /^A table of your own/ }).fill(`width,height,area\n${rows.join("\n")}\n`);
    const address = await linkWith(page, "csv=");
    await leave();

    const lesson = await site.open(address, still);
    await lesson.page.getByText("30 rows to learn from, 10 held out").waitFor();
    expect(await lesson.page.getByRole("radio", { name: "your table" }).isChecked()).toBe(true);
    const weight = (on: Page) => on.getByRole("slider", { name: "weight from width to neuron 1" });
    await weight(lesson.page).waitFor();
    await typeOn(lesson.page, "weight from width to neuron 1", 1.5);
    await lesson.page.getByText("The start is yours.").waitFor();
    await lesson.page.waitForFunction(() => location.hash.includes("start="));
    const handedIn = fragmentOf(lesson.page);
    await lesson.leave();

    const seen = await site.open(handedIn, still);
    await seen.page.getByText("30 rows to learn from, 10 held out").waitFor();
    await expect.poll(() => weight(seen.page).getAttribute("aria-valuenow")).toBe("1.5");
    expect(await bar(seen.page).textContent()).toContain("Bend it");
    await seen.leave();
  });

  it("says why its table is none for the playground", async () => {
    const { page, leave } = await site.open("#lesson", still);
    await page.getByRole("combobox", { name: "Page" }).selectOption("playground");
    await page.getByRole("textbox", { name: /^A table of your own/ }).fill("a,b\n1,2\n3,4\n");
    const address = await linkWith(page, "csv=");
    await leave();
    const lesson = await site.open(address, still);
    await lesson.page.getByText("expected two columns of numbers and a target, got 2 columns").waitFor();
    await lesson.leave();
    const cut = await site.open(`${address.slice(0, -8)}`, still);
    await cut.page.getByRole("alert").waitFor();
    await cut.leave();
  });

  it("carries the table of its teacher to Your table", async () => {
    const { page, leave } = await site.open("#lesson", still);
    await page.getByRole("combobox", { name: "Page" }).selectOption("table");
    const rows = Array.from({ length: 60 }, (_, i) => `${i},${(i * 7) % 13},${2 * i + 1}`);
    await page.getByRole("textbox", { name: /^A table of your own/ }).fill(`age,shoe,price\n${rows.join("\n")}\n`);
    const address = await linkWith(page, "csv=");
    await leave();
    const lesson = await site.open(address, still);
    await lesson.page.getByText("lesson.csv").first().waitFor();
    await lesson.page
      .getByText(/60 rows/)
      .first()
      .waitFor();
    await lesson.leave();
  });

  it.each([
    [
      "#learn/2?task=Look",
      async (page: Page) => {
        await page.getByRole("slider", { name: "interaction k" }).focus();
        await page.keyboard.press("Home");
      },
      "k=0&",
    ],
    [
      "#learn/6?task=Look",
      async (page: Page) => {
        await page.getByRole("button", { name: "Skip the guess" }).click();
      },
      "shown=1",
    ],
  ] as const)("is handed in with what was set: %s", async (fragment, act, part) => {
    const { page, leave } = await site.open(fragment, still);
    await act(page);
    await page.waitForFunction((wanted) => `${location.hash}&`.includes(wanted), part);
    expect(page.url()).toContain("task=Look");
    await leave();
  });
});
