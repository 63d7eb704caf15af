import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    // Recording a program starts a fresh interpreter, which takes a busy machine its time.
    testTimeout: 60_000,
    allowOnly: false,
    // Vitest itself leaves a core idle, which on two cores means one test at a time.
    maxWorkers: 2,
    restoreMocks: true,
  },
});
