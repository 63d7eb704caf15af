import { dirname, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { marked, type Token } from 'marked';

/** What a document claims about the project around it. */
export interface Claims {
  /** Targets of links and images, as written: "ARCHITECTURE.md#layers", "#layers", "https://…". */
  readonly links: readonly string[];
  /** Paths of the project that stand in code spans: "src/model/units.ts", "src/app/", "src/**\/*.test.ts". */
  readonly paths: readonly string[];
  /** Names of npm scripts that are named in code: "test", "lint:python". */
  readonly scripts: readonly string[];
  /** The anchors of its headings, as GitHub makes them. */
  readonly anchors: readonly string[];
}

/** What a document can be held against. */
export interface Project {
  /** Whether a file or folder, or at least one match of a pattern with `*`, is there. Relative to the root, with '/'. */
  exists(path: string): boolean;
  /** The anchors of another document. */
  anchorsOf(path: string): readonly string[];
  readonly scripts: readonly string[];
}

const IN_PROJECT = /^(?:src|scripts|e2e|bench|public|\.ci|\.github)\/[\w@./*-]*$/;
const ROOT_FILE = /^\.?[\w-]+(?:\.[\w-]+)*\.(?:json|md|html|mjs|toml|config\.ts)$/;
const NPM_COMMAND = /\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g;

/** Reads a Markdown text. */
export function claimsOf(markdown: string): Claims {
  const links: string[] = [];
  const paths: string[] = [];
  const scripts: string[] = [];
  const anchors: string[] = [];
  const slugger = new GithubSlugger();
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') links.push(token.href);
    if (token.type === 'heading') anchors.push(slugger.slug(token.text.replaceAll('`', '')));
    if (token.type === 'codespan' && (IN_PROJECT.test(token.text) || ROOT_FILE.test(token.text))) paths.push(token.text);
    if (token.type === 'codespan' || token.type === 'code') {
      for (const [, run, lifecycle] of token.text.matchAll(NPM_COMMAND)) scripts.push(run ?? lifecycle);
    }
  });
  return { links, paths, scripts, anchors };
}

/** What in the document at `path` is not so: one sentence each, in the order of the claims. */
export function falseClaims(path: string, claims: Claims, project: Project): readonly string[] {
  const brokenLinks = claims.links
    .filter((link) => !/^[a-z][a-z+.-]*:/i.test(link))
    .flatMap((link) => {
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? path : posix.normalize(posix.join(dirname(path), decodeURI(target)));
      if (target !== '' && !project.exists(file)) return [`links to ${link}, which is not there`];
      if (anchor === undefined || !file.endsWith('.md')) return [];
      const anchors = target === '' ? claims.anchors : project.anchorsOf(file);
      return anchors.includes(anchor) ? [] : [`links to ${link}, but no heading there makes that anchor`];
    });
  const missing = claims.paths.filter((named) => !project.exists(named)).map((named) => `names ${named}, which is not there`);
  const unknown = claims.scripts
    .filter((script) => !project.scripts.includes(script))
    .map((script) => `tells to run ${script}, which package.json does not have`);
  return [...brokenLinks, ...missing, ...unknown];
}
