/**
 * Who may import whom: ARCHITECTURE.md's picture as an allow-list. What is not listed here is forbidden.
 * "From" is a folder; "to" what its files may import besides that folder itself and plain npm packages.
 */
const LAYERS = {
  model: [],
  engine: ['model'],
  python: ['engine', 'model'],
  recorder: ['python', 'engine', 'model'],
  analysis: ['model'],
  explore: ['model'],
  exporters: ['model'],
  cli: ['recorder', 'python', 'engine', 'analysis', 'explore', 'exporters', 'content', 'model'],
  app: ['analysis', 'explore', 'exporters', 'content', 'model'],
};

/** Of the recorder, the page may know its typed client and the words they share; the rest runs in a worker. */
const RECORDER_FOR_THE_PAGE = '^src/recorder/(client|protocol)[^/]*\\.ts$';

/** Tests, what they share, and the corpus of programs with its tools: none of it ships. */
const TESTS = '\\.test\\.tsx?$|\\.test-support\\.tsx?$|^src/python/corpus/';
const TEST_PACKAGES = '^(vitest|fast-check)(/|$)|node_modules/(vitest|fast-check)/';

/** Files of src that run in Node and may use what it has built in. Everything else must run in a browser. */
const NODE_FILES = ['^src/cli/', '-cli\\.ts$', '^src/python/node-[^/]+\\.ts$', TESTS];

const PYODIDE = '(^|node_modules/)pyodide(/|$)';
const REACT =
  '(^|node_modules/)(react|react-dom|zustand|radix-ui|@radix-ui|lucide-react|react-resizable-panels|@tanstack|@monaco-editor|monaco-editor)(/|$)';

const withinOrListed = Object.entries(LAYERS).map(([layer, others]) => ({
  from: { path: `^src/${layer}/` },
  to: { path: [layer, ...others].map((name) => `^src/${name}/`) },
}));

export default {
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/python/runtime/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'module', 'browser', 'default', 'types'] },
  },
  allowedSeverity: 'error',
  allowed: [
    ...withinOrListed,
    { from: { path: '^src/app/' }, to: { path: RECORDER_FOR_THE_PAGE } },
    // npm packages, Node's modules: held in check by the rules below.
    { from: { path: '^src/' }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'] } },
    // What is not part of the app may use all of it.
    { from: { path: '^(bench|e2e|scripts)/' }, to: {} },
  ],
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that import each other, types included, cannot be understood alone. Move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing',
      comment: 'The model is plain TypeScript: no packages either, save the validator at the boundary where files are read.',
      severity: 'error',
      from: { path: '^src/model/', pathNot: TESTS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/valibot/' },
    },
    {
      name: 'only-python-knows-pyodide',
      comment: 'Ask src/python for what you need of Pyodide.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/python/' },
      to: { path: PYODIDE },
    },
    {
      name: 'only-app-knows-react',
      comment: 'What is known about a recording must run headless. Keep React and everything for the screen in src/app.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: REACT },
    },
    {
      name: 'node-only-where-there-is-node',
      comment: "This file runs in a browser. Node's modules are for src/cli, *-cli.ts, src/python/node-*.ts, tests and scripts.",
      severity: 'error',
      from: { path: '^src/', pathNot: NODE_FILES },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-ships-tests',
      comment: 'Only tests import tests, their support and their libraries.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: [TESTS, TEST_PACKAGES] },
    },
    {
      name: 'nothing-ships-development-packages',
      comment: 'This package is in devDependencies, but the app needs it: move it to dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '-cli\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'The package is not in package.json: it is there by luck. Install it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
};
