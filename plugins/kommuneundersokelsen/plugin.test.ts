import { testRubric } from '@tumstock/engine/testing'
import plugin from './plugin.ts'

await testRubric(plugin, import.meta)
