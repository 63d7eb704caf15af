import { expect, type Locator } from '@playwright/test';
import { warm as test } from './app';
import { findings } from './findings';

const LOOP = `import asyncio

total = 0


async def add(n):
    global total
    for step in range(n):
        total += step
        await asyncio.sleep(0.1)
        words = ["differ only at the ends of what is", "longer than a line", step]


asyncio.run(add(4))
`;

test('the editor tells how often lines ran, what a variable was, and that the text is newer; live mode follows the typing', async ({
  app,
}) => {
  const { page } = app;
  await app.record(LOOP);
  await app.button('Last step').click();
  const program = app.region('Program');

  await test.step('the margin counts', async () => {
    const number = program.locator('.line-numbers').filter({ hasText: /^9$/ });
    await expect.poll(() => number.evaluate((node) => getComputedStyle(node, '::before').content)).toBe('"4"');
    await number.hover();
    await expect(page.getByText('Ran 4 times.')).toBeVisible();
  });

  await test.step('a hover tells the history, and leads to a step of it', async () => {
    await program.locator('.view-line').filter({ hasText: 'total += step' }).getByText('total').hover();
    const entry = page
      .locator('.monaco-hover')
      .getByRole('link', { name: /^step / })
      .first();
    await expect(entry).toBeVisible();
    const step = Number((await entry.innerText()).replace(/\D/g, ''));
    await entry.click();
    await expect.poll(() => app.step()).toBe(step);
  });

  await test.step('a key opens the history as a list', async () => {
    await program.locator('.view-line').filter({ hasText: 'total += step' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+I');
    const history = page.getByRole('dialog', { name: 'History of step' });
    await expect(history.getByRole('button')).toHaveCount(4);
    await expect(history).toContainText('in add');
    await expect(history.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(history.getByRole('button').nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(history.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'step');
    await expect(history.getByRole('button').nth(1)).toContainText(`step ${await app.step()}`);
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();
    await expect(program.getByRole('textbox')).toBeFocused();
  });

  await test.step('values that differ at their ends are told in full, and what has the focus shows it in full', async () => {
    await program.locator('.view-line').filter({ hasText: 'words = ' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+I');
    const history = page.getByRole('dialog', { name: 'History of words' });
    await expect(history.getByRole('button').first()).toBeFocused();
    await expect(history.getByRole('button').first()).toHaveCSS('outline-offset', '-2px');
    const values = history.getByRole('button').locator('code');
    await expect(values).toHaveCount(4);
    expect(await values.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();
    await expect(program.getByRole('textbox')).toBeFocused();
  });

  await test.step('an edit marks the recording as older; lines keep what is theirs', async () => {
    await page.keyboard.press('End');
    await page.keyboard.type('  # more');
    await expect(program).toContainText('the recording is of an earlier text');
    await expect(app.button('Run')).toHaveAccessibleDescription(/changed/);
    expect(await findings(app, '[aria-label="Program"]')).toEqual([]);
  });

  await test.step('live mode records at once, and keeps the last recording while a text cannot be read', async () => {
    await app.button('Live').click();
    await expect(program).not.toContainText('earlier text');
    await expect(app.button('Run')).toBeVisible();
    const steps = await app.slider.getAttribute('aria-valuemax');
    await page.keyboard.press('Shift+Tab');
    await program.getByRole('textbox').focus();
    await page.keyboard.press('ControlOrMeta+End');
    // At once: after each pause in typing it records.
    await page.keyboard.insertText('word =');
    await expect(program).toContainText('SyntaxError');
    expect(await app.slider.getAttribute('aria-valuemax')).toBe(steps);
    await page.keyboard.insertText(' "typed"\nprint(word)');
    await expect(app.console).toContainText('typed');
    await expect(program).not.toContainText('SyntaxError');
    await expect(app.outcome).toBeEmpty();
    await app.button('Live').click();
  });
});

const NEIGHBOURS = `import asyncio


async def early(): await asyncio.sleep(1)
async def late(): await asyncio.sleep(2)


async def main():
    await asyncio.gather(early(), late())


asyncio.run(main())
`;

test('what stands behind neighbouring lines moves along with them', async ({ app }) => {
  const { page } = app;
  await app.record(NEIGHBOURS);
  await app.button('First step').click();
  await app.stepSize('Loop turn');
  const program = app.region('Program');
  const pill = (task: string) => program.getByRole('button', { name: new RegExp(`^${task}, `) });
  const middle = async (what: Locator) => {
    const box = await what.boundingBox();
    return box === null ? Number.NaN : box.y + box.height / 2;
  };
  const beside = async (task: string, code: string) =>
    Math.abs((await middle(pill(task))) - (await middle(program.locator('.view-line').filter({ hasText: code })))) < 6;
  for (let turn = 1; turn < 4; turn++) await app.button('Step forward').click();
  await expect(pill('late')).toBeVisible();
  expect(await beside('early', 'def early')).toBe(true);

  await program.getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Enter');
  await expect(program).toContainText('the recording is of an earlier text');
  await expect.poll(() => beside('early', 'def early')).toBe(true);
  await expect.poll(() => beside('late', 'def late')).toBe(true);

  await test.step('the text follows a step that comes soon after the caret has moved', async () => {
    await app.record(`${NEIGHBOURS}${'# one line more\n'.repeat(60)}`);
    await app.stepSize('Line');
    const first = program.locator('.view-line').filter({ hasText: 'import asyncio' });
    await program.getByRole('textbox').focus();
    await page.keyboard.press('ControlOrMeta+End');
    await expect(first).toBeHidden();
    await app.button('Step forward').click();
    await expect(first).toBeVisible();
  });
});
