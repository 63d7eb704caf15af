import { expect } from '@playwright/test';
import { warm } from './app';
import { DEADLOCK, TWO_WORKERS } from './programs';

warm('the timeline zooms, selects a span and says its shares, and its spans are walked by keys', async ({ app }) => {
  const { page } = app;
  await app.record(TWO_WORKERS);
  await app.button('Last step').click();
  const timeline = app.region('Timeline');
  const chart = timeline.getByRole('application', { name: 'Timeline of 5 tasks' });
  const fit = timeline.getByRole('button', { name: 'Fit all' });

  await warm.step('the wheel, keys and buttons zoom; 0 fits all again', async () => {
    await expect(fit).toBeDisabled();
    await chart.hover();
    await page.mouse.wheel(0, -400);
    await expect(fit).toBeEnabled();
    await chart.focus();
    await page.keyboard.press('0');
    await expect(fit).toBeDisabled();
    await page.keyboard.press('w');
    await page.keyboard.press('d');
    await expect(fit).toBeEnabled();
    await fit.click();
    await expect(fit).toBeDisabled();
  });

  await warm.step('arrows walk lanes and spans, which are announced; Enter travels', async () => {
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const said = timeline.locator('[aria-live="polite"]').filter({ hasText: 'worker-1' });
    await expect(said).toContainText(/worker-1, (ready|running|sleeping)/);
    await page.keyboard.press('End');
    await expect(said).toContainText('done');
    const before = await app.step();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => app.step()).toBeLessThan(before);
    await expect(app.task('worker-1')).toHaveAttribute('aria-selected', 'true');
  });

  await warm.step('dragging with Shift selects a span, whose shares are said; one zooms to it and clears it', async () => {
    const box = await chart.boundingBox();
    if (box === null) throw new Error('the timeline is not on screen');
    const y = box.y + box.height / 2;
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + box.width * 0.4, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, y, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const selected = page.getByRole('region', { name: 'Selected span' });
    await expect(selected).toContainText(/\d %/);
    await expect(selected).toContainText('worker-1');
    await selected.getByRole('button', { name: 'Zoom to selection' }).click();
    await expect(fit).toBeEnabled();
    await selected.getByRole('button', { name: 'Clear selection' }).click();
    await expect(selected).toBeHidden();
    await fit.click();
  });
});

warm('the graph of who waits for whom lights up a circle, and selects what is pressed', async ({ app }) => {
  const { page } = app;
  await app.record(DEADLOCK);
  await app.button('Last step').click();
  await app.button('Show as graph').click();
  const nodes = page.getByRole('list', { name: 'Who waits for whom' }).getByRole('button');
  await expect(nodes.filter({ hasText: 'pasta' })).toBeVisible();
  await expect(app.region('Tasks')).toContainText(/A circle: .*(pasta|soup).* wait for each other/);
  await nodes.filter({ hasText: 'soup' }).click();
  await expect(nodes.filter({ hasText: 'soup' })).toHaveAttribute('aria-pressed', 'true');
  await app.button('Show as graph').click();
  await expect(app.task('soup')).toHaveAttribute('aria-selected', 'true');
});
