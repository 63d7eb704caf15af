import { expect } from '@playwright/test';
import { test } from './app';

test('before Python is loaded an example can be stepped through, and each panel says what it is for', async ({ app, page }) => {
  await app.open();
  await expect(app.status).toHaveText('Loading Python');
  await expect(page.getByRole('progressbar', { name: 'Loading Python' })).toBeVisible();

  await test.step('an example is on screen and can be stepped through', async () => {
    await expect(app.region('Program')).toContainText('Semaphore');
    await expect(app.tasks.first()).toHaveAccessibleName(/^main /);
    await expect(app.resource('sem, Semaphore')).toBeVisible();
    await expect(app.region('Explanation')).not.toBeEmpty();

    const before = await app.step();
    await app.button('Step forward').click();
    await expect.poll(() => app.step()).toBeGreaterThan(before);
    await app.button('Step back').click();
    await expect.poll(() => app.step()).toBe(before);
  });

  await test.step('an example shows its problems', async () => {
    await app.choose('Deadlock');
    await expect(app.region('Problems')).toContainText('eat_pasta waits for spoon, which eat_soup holds');
  });

  await test.step('every panel says what it is for while nothing is recorded', async () => {
    await app.choose('My program');
    await expect(app.region('Event loop')).toContainText('once a program was recorded');
    await expect(app.region('Tasks')).toContainText('once a program was recorded');
    await expect(app.region('Resources')).toContainText('appear here');
    await expect(app.region('Console')).toContainText('What the program prints appears here');
    await expect(app.region('Timeline')).toContainText('A lane for each task appears here');
    await expect(app.button('Play')).toBeDisabled();
  });
});
