import { editor } from 'monaco-editor/editor/editor.api';

import type { Theme } from '../shell/theme';

/** Colours of Python's words, which are the editor's own: the page's tokens know tasks, not syntax. All reach 4.5:1, on a lit line too. */
const SYNTAX = {
  light: { keyword: '#7c2df2', string: '#08703a', function: '#1c56bf', number: '#8f4500', comment: '#566172', decorator: '#7d5200' },
  dark: { keyword: '#c39bff', string: '#7ee0a1', function: '#8bbcff', number: '#ffb27a', comment: '#98a3b1', decorator: '#f2b53c' },
  contrast: { keyword: '#d9b8ff', string: '#9cf7bd', function: '#a9d2ff', number: '#ffc799', comment: '#d5dbe3', decorator: '#ffd24d' },
} as const satisfies Record<Theme, Record<string, string>>;

const BASES = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black' } as const satisfies Record<Theme, editor.BuiltinTheme>;

/** Reads a colour token and writes it the one way Monaco takes it: #rrggbb. Monaco knows neither var() nor short forms. */
function hexOfToken(styles: CSSStyleDeclaration, token: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return '#808080';
  context.fillStyle = styles.getPropertyValue(token).trim();
  return context.fillStyle;
}

/** Defines (again) Monaco's theme from the tokens that hold at `element`, and returns its name. */
export function defineTheme(theme: Theme, element: Element): string {
  const styles = getComputedStyle(element);
  const token = (name: string) => hexOfToken(styles, name);
  const syntax = SYNTAX[theme];
  const name = `loopscope-${theme}`;
  editor.defineTheme(name, {
    base: BASES[theme],
    inherit: true,
    rules: [
      { token: '', foreground: token('--text').slice(1) },
      { token: 'keyword', foreground: syntax.keyword.slice(1) },
      { token: 'function', foreground: syntax.function.slice(1) },
      { token: 'string', foreground: syntax.string.slice(1) },
      { token: 'number', foreground: syntax.number.slice(1) },
      { token: 'number.hex', foreground: syntax.number.slice(1) },
      { token: 'comment', foreground: syntax.comment.slice(1), fontStyle: 'italic' },
      { token: 'tag', foreground: syntax.decorator.slice(1) },
    ],
    colors: {
      'editor.background': token('--surface'),
      'editor.foreground': token('--text'),
      'editorLineNumber.foreground': token('--text-3'),
      'editorLineNumber.activeForeground': token('--text-2'),
      'editorCursor.foreground': token('--accent'),
      'editor.selectionBackground': `${token('--accent')}40`,
      'editor.inactiveSelectionBackground': `${token('--accent')}26`,
      'editor.wordHighlightBackground': token('--accent-soft'),
      'editor.wordHighlightStrongBackground': token('--accent-soft'),
      'editor.wordHighlightTextBackground': token('--accent-soft'),
      'editor.selectionHighlightBackground': token('--accent-soft'),
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editorIndentGuide.background1': token('--line'),
      'editorIndentGuide.activeBackground1': token('--line-strong'),
      'editorWidget.background': token('--surface-2'),
      'editorWidget.border': token('--line'),
      'editorBracketMatch.background': token('--accent-soft'),
      'editorBracketMatch.border': token('--accent'),
      'input.background': token('--surface'),
      'input.foreground': token('--text'),
      'input.border': token('--line-strong'),
      focusBorder: token('--accent'),
      'scrollbarSlider.background': `${token('--text-3')}40`,
      'scrollbarSlider.hoverBackground': `${token('--text-3')}70`,
      'scrollbarSlider.activeBackground': `${token('--text-3')}90`,
    },
  });
  return name;
}
