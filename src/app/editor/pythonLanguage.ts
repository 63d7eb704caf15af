import { languages } from 'monaco-editor/editor/editor.api';
import { conf, language } from 'monaco-editor/languages/definitions/python/python';

/**
 * Monaco's Python grammar, with names of functions and classes coloured too: where they are defined and where they are called.
 * The rules stand before Monaco's own, which would take such a name for any other identifier.
 */
export function registerPython(): void {
  languages.register({ id: 'python', extensions: ['.py'], aliases: ['Python'] });
  languages.setLanguageConfiguration('python', conf);
  const { root, ...states } = language.tokenizer;
  languages.setMonarchTokensProvider('python', {
    ...language,
    // The first state is the one a text begins in.
    tokenizer: {
      root: [
        [/(def|class)(\s+)([^\W\d]\w*)/u, ['keyword', 'white', 'function']],
        [/[^\W\d]\w*(?=\s*\()/u, { cases: { '@keywords': 'keyword', '@default': 'function' } }],
        ...(root ?? []),
      ],
      ...states,
    },
  });
}
