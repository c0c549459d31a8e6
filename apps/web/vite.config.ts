import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // The libs are read from their sources, so that this app needs no build of them first.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  // A data: URL would need an opening in the Content-Security-Policy.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': api, '/health': api } },
});
