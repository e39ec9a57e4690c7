import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Half of a start is reading TypeScript: kept compiled beside the packages, a second start is done in half the time.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)))

const { serve } = await import('./serve.ts')
await serve(process.argv.slice(2))
