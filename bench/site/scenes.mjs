// What is done while a training runs, and only as long as it does.

/**
 * @typedef {object} Scene
 * @property {string} name
 * @property {string} fragment
 * @property {(page: import("playwright-core").Page) => Promise<void>} begin Waits until a training runs.
 * @property {(page: import("playwright-core").Page) => Promise<void>} act
 */

/** Between two acts, in milliseconds: no multiple of a frame, so that acts come at all places of it. */
const pause = 87;

/** @param {import("playwright-core").Page} page @param {(i: number) => Promise<unknown>} act */
async function whileItTrains(page, act) {
  const sign = page.getByRole("button", { name: "Pause" });
  for (let i = 0; i < 40 && (await sign.isVisible()); i++) {
    await act(i);
    await page.waitForTimeout(pause);
  }
}

/** @param {import("playwright-core").Page} page */
async function playgroundTrains(page) {
  await page.getByRole("button", { name: "Pause" }).waitFor();
}

/** @param {import("playwright-core").Page} page */
async function tableTrains(page) {
  const button = page.getByRole("button", { name: "Find out" });
  await button.waitFor({ timeout: 60_000 });
  await button.click();
  await page.getByText(/epoch [3-9] of/).waitFor({ timeout: 60_000 });
}

const deep = "#playground?set=spiral&layer=8+tanh(x)&layer=8+tanh(x)&layer=8+tanh(x)";

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: "playground-key",
    fragment: "#playground",
    begin: playgroundTrains,
    // the scrubber, to and fro
    act: async (page) => {
      await page.getByLabel("Step that is shown").focus();
      await whileItTrains(page, (i) => page.keyboard.press(i % 4 < 2 ? "ArrowLeft" : "ArrowRight"));
    },
  },
  {
    name: "playground-deep-key",
    fragment: deep,
    begin: playgroundTrains,
    act: async (page) => {
      await page.getByLabel("Step that is shown").focus();
      await whileItTrains(page, (i) => page.keyboard.press(i % 4 < 2 ? "ArrowLeft" : "ArrowRight"));
    },
  },
  {
    name: "playground-deep-pointer",
    fragment: deep,
    begin: playgroundTrains,
    // the cross hair: all numbers of the network are those of the place
    act: async (page) => {
      const box = await page.getByRole("application").boundingBox();
      if (!box) throw new Error("the plane is nowhere");
      await whileItTrains(page, (i) =>
        page.mouse.click(box.x + box.width * (0.3 + 0.015 * i), box.y + box.height * 0.4),
      );
    },
  },
  {
    name: "table-key",
    fragment: "#table",
    begin: tableTrains,
    // keys walk the page, from number to number
    act: async (page) => {
      await page
        .getByLabel("the target", { exact: false })
        .first()
        .focus()
        .catch(() => undefined);
      await whileItTrains(page, () => page.keyboard.press("Tab"));
    },
  },
  {
    name: "table-pointer",
    fragment: "#table",
    begin: tableTrains,
    // opens a number and closes it again
    act: async (page) => {
      const number = page.locator("button.number").first();
      await whileItTrains(page, async () => {
        await number.click();
        await page.keyboard.press("Escape");
      });
    },
  },
];
