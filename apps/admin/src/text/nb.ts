import type { Texts } from './en.ts'
import { frame } from './nb/frame.ts'

export const texts: Texts = { frame }
