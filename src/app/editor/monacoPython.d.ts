/** Monaco ships its Python grammar without types; these are the two values that `python.js` exports. */
declare module 'monaco-editor/languages/definitions/python/python' {
  import type { languages } from 'monaco-editor';

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
