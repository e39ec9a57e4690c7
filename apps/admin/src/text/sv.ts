import type { Texts } from './en.ts'
import { frame } from './sv/frame.ts'

export const texts: Texts = { frame }
