import type { Plugin } from 'vite';

/** What the built page may load and run. Nothing comes from another host. */
const POLICY = {
  'default-src': ["'self'"],
  // Pyodide compiles WebAssembly.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // Interpreters live in workers, and those in opaque frames start from blobs.
  'worker-src': ["'self'", 'blob:'],
  'frame-src': ["'self'", 'blob:'],
  // Monaco and React set styles on elements.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'", 'blob:', 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
} as const;

/**
 * Puts the content security policy into every built page, as its first element, so that it needs no header from the server.
 * Built pages only: the development server's own scripts are inline.
 */
export function contentSecurityPolicy(): Plugin {
  const content = Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
  return {
    name: 'loopscope:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }],
  };
}
