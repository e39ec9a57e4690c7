import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `plugins/` and `packages/`. */
export const HOUSE: string = fileURLToPath(new URL('../../../', import.meta.url))
export const PLUGINS: string = join(HOUSE, 'plugins')

export const isPluginFolder = (path: string): boolean => existsSync(join(path, 'plugin.ts'))
