import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
// With their endings, because Vite will come to read this file with Node's own loader.
import { contentSecurityPolicy } from './scripts/vite-plugin-csp.ts';
import { fetchedFiles, withoutNode } from './scripts/vite-plugin-fetched-files.ts';

export default defineConfig({
  // Relative addresses only: the built folder works under any path of any static server.
  base: './',
  // A file that is not there is not there: the page is no answer to a request for it.
  appType: 'mpa',
  plugins: [react(), contentSecurityPolicy(), fetchedFiles()],
  worker: { format: 'es', plugins: () => [withoutNode()] },
  // Pyodide finds its own files at run time; pre-bundling it would move it away from them.
  optimizeDeps: { exclude: ['pyodide'] },
  build: {
    // Monaco alone is larger than Vite's default warning; what the first visit loads is held down by `npm run size` instead.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      output: {
        // What the first visit and the parts that come later share is one file: small ones compress badly.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /src\/(?:model|app\/(?:store|design|timeline))\/|commands\/(?:commands|keymap|useCommands)|node_modules\/(?:react|react-dom|scheduler|zustand)\//,
            },
          ],
        },
      },
    },
  },
});
