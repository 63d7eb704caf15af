/** What has the focus goes by panels, too: each panel carries its name as `data-panel-name` and can have the focus itself. */
const PANEL = '[data-panel-name]';

/** What one uses in a panel, where that is one thing: the text, the tree, the chart, the slider. */
const MAIN_CONTROL = '.monaco-editor textarea, [role="tree"], [role="application"], [role="slider"]';

/** Panels that are in sight, in the order of the page. */
const panelsInSight = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(PANEL)].filter((panel) => panel.checkVisibility());

function focusOn(panel: HTMLElement | undefined): void {
  const control = panel?.querySelector<HTMLElement>(MAIN_CONTROL);
  if (control?.checkVisibility()) control.focus();
  else panel?.focus();
}

/** Gives the focus to a panel, if it is in sight. */
export const focusPanel = (name: string): void => focusOn(panelsInSight().find((panel) => panel.dataset.panelName === name));

/** Gives the focus to the panel after or before the one that has it; round at the ends. */
export function focusPanelBeside(way: 'next' | 'previous'): void {
  const panels = panelsInSight();
  const current = panels.findIndex((panel) => panel.contains(document.activeElement));
  const step = way === 'next' ? 1 : -1;
  const from = current === -1 && way === 'previous' ? 0 : current;
  focusOn(panels[(from + step + panels.length) % panels.length]);
}
