import { type Browser, expect, type Locator, type Page, test as withPage } from '@playwright/test';
import { WINDOW } from './window';

/** The page as a person uses it: by roles and names. */
export class LoopscopePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page. `python`: loads Python and waits for it; without, it never comes, and the page is there in half the time. */
  async open({ python = false } = {}): Promise<void> {
    if (!python) await this.page.route('**/pyodide/**', () => undefined);
    await this.page.goto('./');
    await expect(this.status).toHaveText(python ? 'Ready' : 'Loading Python', { timeout: 90_000 });
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Not looked up by its role: for that, all elements' names are computed each time, and it is asked for at each step. */
  get slider(): Locator {
    return this.page.locator('[role="slider"][aria-label="Step"]');
  }

  lane(name: string): Locator {
    return this.region('Event loop').getByRole('list', { name, exact: true }).getByRole('listitem');
  }

  get tasks(): Locator {
    return this.page.getByRole('tree', { name: 'Tasks' }).getByRole('treeitem');
  }

  task(label: string): Locator {
    return this.page.getByRole('tree', { name: 'Tasks' }).getByRole('treeitem', { name: new RegExp(`^${label} `) });
  }

  resource(name: string): Locator {
    return this.region('Resources').getByRole('group', { name, exact: true });
  }

  get console(): Locator {
    return this.page.getByRole('log', { name: 'Console output' });
  }

  /** The banner about how a run ended. */
  get outcome(): Locator {
    return this.page.getByRole('alert', { name: 'How the run ended' });
  }

  /** Replaces the program by pasting over it, as one does. */
  async paste(text: string): Promise<void> {
    const editor = this.region('Program').getByRole('textbox');
    await editor.focus();
    await this.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+V');
    await expect.poll(() => this.savedText()).toBe(text);
  }

  /** What the browser keeps of the present program. */
  savedText(): Promise<string | null> {
    return this.page.evaluate(() => {
      const saved = JSON.parse(localStorage.getItem('loopscope.drafts') ?? 'null');
      return saved?.texts?.[saved.current] ?? null;
    });
  }

  /** Opens one's own program, pastes a text and records it to its end. */
  async record(text: string): Promise<void> {
    await this.choose('My program');
    await this.paste(text);
    await this.button('Run').click();
    await expect(this.button('Run')).toBeVisible({ timeout: 60_000 });
    await expect(this.slider).not.toHaveAttribute('aria-valuetext', 'nothing recorded');
  }

  /** Chooses an example, and waits for its recording. */
  async look(title = 'Rate-limited crawler'): Promise<void> {
    await this.choose(title);
    await expect(this.slider).toHaveAttribute('aria-valuetext', /^step \d+ of/);
  }

  /** Chooses a program from the menu, whose button has the focus in the end: it comes back a moment after the menu has gone. */
  async choose(title: string): Promise<void> {
    const opener = this.page.getByRole('banner').getByRole('button').first();
    await opener.click();
    await this.page.getByRole('menuitemradio', { name: title, exact: true }).click();
    await expect(opener).toBeFocused();
  }

  async stepSize(name: 'Line' | 'Task switch' | 'Loop turn'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Step size' }).getByRole('radio', { name }).click();
  }

  /** Chooses how fast it plays: '2 steps/s', '1× time', … As in `choose`, the button has the focus in the end. */
  async speed(name: string): Promise<void> {
    const opener = this.page.getByRole('button', { name: /^Speed/ });
    await opener.click();
    await this.page.getByRole('menuitemradio', { name, exact: true }).click();
    await expect(opener).toBeFocused();
  }

  /** The step at which one stands. */
  async step(): Promise<number> {
    return Number(await this.slider.getAttribute('aria-valuenow'));
  }

  /** What is shown at this step, as far as panels show it in words. */
  shown(): Promise<readonly string[]> {
    return this.page.evaluate(() =>
      ['Explanation', 'Event loop', 'Tasks', 'Resources'].map((name) => {
        const panel = document.querySelector(`[data-panel-name="${name}"]`);
        if (!(panel instanceof HTMLElement)) throw new Error(`${name} is not on the page`);
        return panel.innerText;
      }),
    );
  }
}

/** What a page complains about: errors and warnings on the console, exceptions. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

interface OpenWindow {
  readonly app: LoopscopePage;
  readonly complaints: string[];
}

async function openWindow(browser: Browser, use: (window: OpenWindow) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...WINDOW, colorScheme: 'light' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await use({ app: new LoopscopePage(page), complaints: complaintsOf(page) });
  await context.close();
}

/** All tests share two windows, because to open one takes longer than most of what is done in it. Neither is opened before it is needed. */
const base = withPage.extend<object, { visitor: OpenWindow; reader: OpenWindow }>({
  visitor: [({ browser }, use) => openWindow(browser, use), { scope: 'worker' }],
  reader: [
    ({ browser }, use) =>
      openWindow(browser, async (window) => {
        await window.app.open({ python: true });
        await use(window);
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Forgets everything that a page of ours has kept. */
async function forget(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(WINDOW.baseURL).origin, storageTypes: 'all' });
  await browser.detach();
}

/** In each test somebody visits for the first time. The page may complain about nothing. */
export const test = base.extend<{ app: LoopscopePage }>({
  page: async ({ visitor: { app, complaints } }, use) => {
    const { page } = app;
    await forget(page);
    await page.setViewportSize(WINDOW.viewport);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.mouse.move(0, 0);
    complaints.length = 0;
    await use(page);
    expect(complaints).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // Nothing goes on in it while there are tests in the other one.
    await page.goto('about:blank');
  },
  app: ({ visitor: { app }, page: _visited }, use) => use(app),
});

/**
 * The same without loading Python each time, which takes longer than all the rest: the page stays open for many tests, as a person keeps it.
 * A test begins by recording its own program or by looking at an example, and finds the window in its usual size, in the light theme, stepping
 * by task switch.
 */
export const warm = base.extend<{ app: LoopscopePage; complaints: string[] }>({
  complaints: async ({ reader: { complaints } }, use) => {
    complaints.length = 0;
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  app: async ({ reader: { app }, complaints: _watched }, use) => {
    await app.page.setViewportSize(WINDOW.viewport);
    await app.page.emulateMedia({ colorScheme: 'light' });
    await app.stepSize('Task switch');
    await use(app);
  },
});
