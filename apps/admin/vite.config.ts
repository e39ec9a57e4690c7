import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = 'http://127.0.0.1:4500'

/** Its one entry re-exports every component and is not marked free of side effects: a third of the first load, unused. */
const UNMARKED = /node_modules\/@digdir\/designsystemet-react\//

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: UNMARKED, sideEffects: false }] } },
  },
  server: { proxy: { '/api': SERVER } },
})
