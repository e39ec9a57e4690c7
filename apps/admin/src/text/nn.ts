import type { Texts } from './en.ts'
import { frame } from './nn/frame.ts'

export const texts: Texts = { frame }
