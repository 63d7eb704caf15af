import { expect } from '@playwright/test';
import { warm as test } from './app';
import { findings } from './findings';

const MAIN = `import asyncio
import pkg.helper

async def main():
    await pkg.helper.work(2)
    pkg.helper.fail()

asyncio.run(main())
`;

const HELPER = `import asyncio

async def work(n):
    for step in range(n):
        await asyncio.sleep(0.1)

def fail():
    raise ValueError("from the helper")
`;

test('a program of several files is written in tabs, recorded, followed from file to file, and shared', async ({ app }) => {
  const { page } = app;
  const program = app.region('Program');
  const tab = (name: string) => program.getByRole('tab', { name, exact: true });
  await app.record('print("one file")\n');
  await expect(program.getByRole('tab')).toHaveCount(0);
  await app.paste(MAIN);

  await test.step('a file is added, named and written', async () => {
    await app.button('Add a file').click();
    const name = program.getByRole('textbox', { name: 'Name of module.py' });
    await name.fill('../helper.py');
    await name.press('Enter');
    await expect(program.getByRole('alert')).toContainText('folders');
    await name.fill('pkg/helper.py.py');
    await name.press('Enter');
    await expect(tab('pkg/helper.py')).toHaveAttribute('aria-selected', 'true');
    await program.getByRole('textbox').focus();
    await page.evaluate((text) => navigator.clipboard.writeText(text), HELPER);
    await page.keyboard.press('ControlOrMeta+V');
    await expect(program).toContainText('from the helper');
  });

  await test.step('it is recorded, and its lines are shown in its tab', async () => {
    await app.button('Run').click();
    await expect(app.outcome).toContainText('ValueError');
    await tab('main.py').click();
    await expect(program).toContainText('import pkg.helper');
    await app.console.getByRole('button', { name: /pkg\/helper\.py:8/ }).click();
    await expect(tab('pkg/helper.py')).toHaveAttribute('aria-selected', 'true');
    await app.stepSize('Task switch');
    await app.button('First step').click();
    await app.stepSize('Line');
    for (const [file, line] of [
      ['main.py', 'import asyncio'],
      ['main.py', 'import pkg.helper'],
      ['pkg/helper.py', 'import asyncio'],
    ] as const) {
      await app.button('Step forward').click();
      await expect(tab(file)).toHaveAttribute('aria-selected', 'true');
      await expect(app.region('Explanation')).toContainText(line);
    }
    expect(await findings(app, '[aria-label="Program"]')).toEqual([]);
  });

  await test.step('keys walk the tabs, delete a file and bring it back', async () => {
    await tab('pkg/helper.py').press('ArrowLeft');
    await expect(tab('main.py')).toBeFocused();
    await tab('main.py').press('ArrowRight');
    await tab('pkg/helper.py').press('Delete');
    await expect(program.getByRole('tab')).toHaveCount(0);
    await app.button('Bring pkg/helper.py back').click();
    await expect(tab('pkg/helper.py')).toBeVisible();
  });

  await test.step('files are dropped onto the page', async () => {
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['VALUE = 1\n'], 'dropped.py'));
      transfer.items.add(new File([new Uint8Array([255, 0, 254])], 'picture.png'));
      return transfer;
    });
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
    await expect(tab('dropped.py')).toHaveAttribute('aria-selected', 'true');
    await expect(program).toContainText('VALUE = 1');
    await expect(page.getByText('Not taken: picture.png')).toBeVisible();
  });

  await app.button('Restore the original text').click();
  await expect(program.getByRole('tab')).toHaveCount(0);
});
