import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test';
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
    await expect(this.status).toHaveText(python ? 'Ready' : 'Loading Python', { timeout: 45_000 });
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

  get slider(): Locator {
    return this.page.getByRole('slider', { name: 'Step' });
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

  /** Chooses a program from the menu. */
  async choose(title: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button').first().click();
    await this.page.getByRole('menuitemradio', { name: title, exact: true }).click();
  }

  async stepSize(name: 'Line' | 'Task switch' | 'Loop turn'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Step size' }).getByRole('radio', { name }).click();
  }

  /** The step at which one stands. */
  async step(): Promise<number> {
    return Number(await this.slider.getAttribute('aria-valuenow'));
  }

  /** What is shown at this step, as far as panels show it in words. */
  shown(): Promise<readonly string[]> {
    return Promise.all(['Explanation', 'Event loop', 'Tasks', 'Resources'].map((name) => this.region(name).innerText()));
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

/** A fresh visit in each test. The page may complain about nothing. */
export const test = base.extend<{ app: LoopscopePage }>({
  app: async ({ page, context }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const complaints = complaintsOf(page);
    await use(new LoopscopePage(page));
    expect(complaints).toEqual([]);
  },
});

interface OpenWindow {
  readonly app: LoopscopePage;
  readonly complaints: string[];
}

async function openWindow(browser: Browser): Promise<OpenWindow> {
  const context = await browser.newContext({ ...WINDOW, colorScheme: 'light' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const app = new LoopscopePage(page);
  await app.open({ python: true });
  return { app, complaints };
}

/**
 * The same without loading Python each time, which takes longer than all the rest: one window is kept open for many tests, as a person keeps it.
 * A test begins by recording its own program, and finds the window in its usual size, in the light theme, stepping by task switch.
 */
export const warm = base.extend<{ app: LoopscopePage; complaints: string[] }, { openWindow: OpenWindow }>({
  openWindow: [
    async ({ browser }, use) => {
      const window = await openWindow(browser);
      await use(window);
      await window.app.page.context().close();
    },
    { scope: 'worker' },
  ],
  complaints: async ({ openWindow: { complaints } }, use) => {
    complaints.length = 0;
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  app: async ({ openWindow: { app }, complaints: _watched }, use) => {
    await app.page.setViewportSize(WINDOW.viewport);
    await app.page.emulateMedia({ colorScheme: 'light' });
    await app.stepSize('Task switch');
    await use(app);
  },
});
